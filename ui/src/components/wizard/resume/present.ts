import type { Classification, Discoverability, Domain, FieldProblem, Person, Team, Upload } from '#/api/types';
import { audiences, classifications } from '#/components/things/houseRules';
import type { Remembered, Standing } from './remembered';

/* What the platform tells of the things that a draft refers to, as it is remembered. */

/** Which thing a field refers to. */
export type Reference =
  | { path: string; kind: 'domain'; id: string; takes: 'createSubdomain' | 'createDataProduct'; rules?: boolean }
  | { path: string; kind: 'person'; id: string }
  | { path: string; kind: 'team'; id: string }
  | { path: string; kind: 'file'; id: string; name: string };

/** What the platform says of the name that is asked for. */
export interface NameCheck {
  path: string;
  name: string;
  slug: string;
  fields: readonly FieldProblem[];
}

interface NameAnswer {
  /** The name as it is typed now. */
  name: string;
  /** The name that the platform was asked about. */
  asked: string;
  /** Whether it can be asked about at all. */
  ready: boolean;
  answer: {
    data: { slug: string; fields: readonly FieldProblem[] } | undefined;
    isPlaceholderData: boolean;
    isError: boolean;
  };
}

/** A wizard's check of its name, for {@link usePresent}. */
export function checkedName({ name, asked, ready, answer }: NameAnswer): NameCheck | null | undefined {
  if (name !== asked) return undefined;
  if (!ready || answer.isError) return null;
  if (answer.data === undefined || answer.isPlaceholderData) return undefined;
  return { path: 'name', name, slug: answer.data.slug, fields: answer.data.fields };
}

export type Found = Domain | Person | Team | Upload;

/** A thing as it stands. */
export function thing(
  reference: Reference,
  name: string,
  standing: Standing,
  above?: { id: string; name: string },
): Remembered {
  const { path, kind, id } = reference;
  return { path, kind, id, name, from: above?.name ?? '', fromId: above?.id ?? '', standing };
}

/** The stricter of a domain's own rule and of what holds there from above: what holds for whatever lies below it. */
function rulesBelow(domain: Domain): Remembered[] {
  const { defaultClassification, discoverability, inheritedRules } = domain;
  const of = <T extends Classification | Discoverability>(
    kind: 'classification' | 'audience',
    path: string,
    order: readonly T[],
    own: T,
    above: { value: T; from: { name: string } | null } | null,
  ): Remembered => {
    const ruled = above !== null && order.indexOf(above.value) >= order.indexOf(own);
    const from = ruled ? (above.from?.name ?? '') : domain.name;
    return { path, kind, id: domain.id, name: ruled ? above.value : own, from, fromId: '', standing: 'fine' };
  };
  return [
    of(
      'classification',
      'defaultClassification',
      classifications,
      defaultClassification,
      inheritedRules.classification,
    ),
    of('audience', 'discoverability', audiences, discoverability, inheritedRules.discoverability),
  ];
}

/** What is remembered of a thing that was found. */
export function presentOf(reference: Reference, found: Found): Remembered[] {
  switch (reference.kind) {
    case 'domain': {
      const domain = found as Domain;
      const open = domain.can[reference.takes];
      const standing = domain.lifecycle === 'retired' ? 'retired' : open ? 'fine' : 'closed';
      const itself = thing(reference, domain.name, standing, domain.path.at(-1));
      return [itself, ...(reference.rules === true ? rulesBelow(domain) : [])];
    }
    case 'person': {
      const { name, leftAt, role } = found as Person;
      return [thing(reference, name, leftAt === null ? (role === null ? 'closed' : 'fine') : 'gone')];
    }
    case 'team': {
      const { name, members } = found as Team;
      return [thing(reference, name, members.length === 0 ? 'closed' : 'fine')];
    }
    case 'file':
      return [thing(reference, reference.name, 'fine')];
  }
}

/** What is remembered of the name that is asked for. */
export function nameOf({ path, name, slug, fields }: NameCheck): Remembered {
  const taken = fields.some(
    ({ pointer, code }) =>
      pointer === `/${path}` && (code === 'taken' || code === 'look_alike' || code === 'not_allowed'),
  );
  return { path, kind: 'name', id: name, name: slug, from: '', fromId: '', standing: taken ? 'taken' : 'fine' };
}
