import { audiences, classifications } from '#/components/things/houseRules';

/*
 * What a draft refers to, as its holder knew it. It is kept beside the typed values, which hold ids only: whoever takes
 * up a draft again is told what became of these things, as far as they may still know of them.
 */

/** How a thing stands to what the draft wants of it. */
export type Standing =
  | 'fine'
  /** A domain that holds nothing any more. */
  | 'retired'
  /** It is there, but can't be chosen: a domain that takes nothing of this person, somebody without a role. */
  | 'closed'
  /** It isn't there, or not for this person. */
  | 'gone'
  /** A name that something else has. */
  | 'taken';

export const remembered = ['domain', 'person', 'team', 'file', 'name', 'classification', 'audience'] as const;

export interface Remembered {
  /** The field that refers to it. */
  path: string;
  kind: (typeof remembered)[number];
  /** Which one: an id, or the name that is asked for. */
  id: string;
  /** How it is called; the readable id of a name; what a rule demands, empty for nothing. */
  name: string;
  /** The domain above a domain, the domain that sets a rule; empty where there is none or it may not be known. */
  from: string;
  fromId: string;
  standing: Standing;
}

/** What is stored with a draft. */
export interface Memory {
  things: readonly Remembered[];
  /** When the holder last knew all of it, where they were not told of all changes since. */
  since: string | null;
}

const codes = [
  'domain.renamed',
  'domain.moved',
  'domain.retired',
  'domain.closed',
  'domain.gone',
  'person.renamed',
  'person.closed',
  'person.gone',
  'team.renamed',
  'team.closed',
  'team.gone',
  'file.gone',
  'name.slug',
  'name.taken',
  'classification.stricter',
  'audience.stricter',
] as const;

/** A thing that is another one than its holder knew; a sentence each. */
export interface Change {
  code: (typeof codes)[number];
  was: Remembered;
  is: Remembered;
}

const KEY = 'remembered';
const standings: readonly Standing[] = ['fine', 'retired', 'closed', 'gone', 'taken'];
const key = ({ path, kind, id }: Remembered) => `${path} ${kind} ${id}`;

function isRemembered(value: unknown): value is Remembered {
  if (typeof value !== 'object' || value === null) return false;
  const { path, kind, id, name, from, fromId, standing } = value as Record<string, unknown>;
  return (
    [path, id, name, from, fromId].every((each) => typeof each === 'string') &&
    remembered.some((each) => each === kind) &&
    standings.some((each) => each === standing)
  );
}

/** What a stored draft remembers; nothing where it is from before or damaged. */
export function memoryOf(stored: Readonly<Record<string, unknown>>): Memory {
  const memory = stored[KEY];
  const { things, since } = (typeof memory === 'object' && memory !== null ? memory : {}) as Record<string, unknown>;
  return {
    things: Array.isArray(things) ? things.filter(isRemembered) : [],
    since: typeof since === 'string' && !Number.isNaN(Date.parse(since)) ? since : null,
  };
}

/** The values with what they refer to, as a draft is stored. */
export function withMemory<V extends object>(values: V, memory: Memory): V {
  return { ...values, [KEY]: memory };
}

/** Whether a rule demands more than it did. */
function stricter(was: Remembered, is: Remembered): boolean {
  const order: readonly string[] = was.kind === 'classification' ? classifications : audiences;
  return order.indexOf(is.name) > order.indexOf(was.name);
}

function differences(was: Remembered, is: Remembered): string[] {
  if (was.kind === 'classification' || was.kind === 'audience') return stricter(was, is) ? ['stricter'] : [];
  const standing = is.standing !== 'fine' && is.standing !== was.standing ? [is.standing] : [];
  // Of what isn't there nothing more can be known.
  if (is.standing === 'gone') return standing;
  if (was.kind === 'name') return is.standing === 'fine' && is.name !== was.name ? ['slug'] : standing;
  return [
    ...(is.name !== was.name && was.name !== '' ? ['renamed'] : []),
    ...(is.fromId !== was.fromId ? ['moved'] : []),
    ...standing,
  ];
}

/** What became of the things that the holder knew; what the draft doesn't refer to any more is left out. */
export function changesSince(before: readonly Remembered[], now: readonly Remembered[]): Change[] {
  const present = new Map(now.map((thing) => [key(thing), thing]));
  return before.flatMap((was) => {
    const is = present.get(key(was));
    if (is === undefined) return [];
    const found = differences(was, is).map((difference) => `${was.kind}.${difference}`);
    return codes.filter((code) => found.includes(code)).map((code) => ({ code, was, is }));
  });
}

/** What to keep: the present, but the things whose change wasn't acknowledged as they were known before it. */
export function keptOf(now: readonly Remembered[], changes: readonly Change[]): Remembered[] {
  const pending = new Map(changes.map(({ was }) => [key(was), was]));
  return now.map((thing) => pending.get(key(thing)) ?? thing);
}
