/*
 * Two versions of a thing, as what changed between them: field by field, in values that can be said in words.
 * Ids, revisions, counts that follow from other things and times of writing say nothing to a reader.
 */

/** A value that can be shown; `code` is one of a closed set, `moment` a time. */
export type Shown =
  | { is: 'text'; text: string }
  | { is: 'code'; code: string }
  | { is: 'number'; number: number }
  | { is: 'truth'; truth: boolean }
  | { is: 'moment'; moment: string }
  | { is: 'list'; list: readonly string[] }
  | { is: 'columns'; count: number }
  | { is: 'version'; number: number; rows: number };

export interface FieldChange {
  field: string;
  /** The column that it is about. */
  about?: string;
  before: Shown | null;
  after: Shown | null;
}

type Thing = Readonly<Record<string, unknown>>;

const SILENT: ReadonlySet<string> = new Set([
  'id',
  'revision',
  'createdAt',
  'updatedAt',
  'can',
  'dataProductCount',
  'activePublication',
  'steps',
  'failure',
  'filter',
  'inherited',
  'inheritedRoles',
  'inheritedRules',
  'domains',
  'tokenCount',
  'nextExpiryAt',
  'lastUsedAt',
  'holdings',
]);
const CODES: ReadonlySet<string> = new Set([
  'kind',
  'role',
  'lifecycle',
  'state',
  'classification',
  'defaultClassification',
  'discoverability',
  'format',
]);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a person, team or domain inside a thing is called. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return UUID.test(value) ? null : value;
  if (!isThing(value)) return null;
  const name = value['name'] ?? nameOf(value['person']) ?? null;
  return typeof name === 'string' ? name : null;
}

function shown(field: string, value: unknown): Shown | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return { is: 'number', number: value };
  if (typeof value === 'boolean') return { is: 'truth', truth: value };
  if (typeof value === 'string') {
    if (UUID.test(value)) return null;
    if (CODES.has(field)) return { is: 'code', code: value };
    return MOMENT.test(value) && field.endsWith('At') ? { is: 'moment', moment: value } : { is: 'text', text: value };
  }
  if (Array.isArray(value)) {
    const list = value.map(nameOf).filter((name) => name !== null);
    return list.length === 0 ? null : { is: 'list', list };
  }
  if (!isThing(value)) return null;
  const { number, rowCount } = value;
  if (typeof number === 'number' && typeof rowCount === 'number') return { is: 'version', number, rows: rowCount };
  const name = nameOf(value);
  return name === null ? null : { is: 'text', text: name };
}

const columnsOf = (thing: Thing): readonly Thing[] => {
  const port = thing['outputPort'];
  const columns = isThing(port) ? port['columns'] : thing['columns'];
  return Array.isArray(columns) ? columns.filter(isThing) : [];
};
const words = (value: unknown) => (typeof value === 'string' ? value : '');

function columnChanges(before: Thing | null, after: Thing | null): FieldChange[] {
  const [old, now] = [before === null ? [] : columnsOf(before), after === null ? [] : columnsOf(after)];
  const count = (columns: readonly Thing[]): Shown | null =>
    columns.length === 0 ? null : { is: 'columns', count: columns.length };
  if (before === null || after === null || old.length === 0 || now.length === 0) {
    return old.length === now.length ? [] : [{ field: 'columns', before: count(old), after: count(now) }];
  }
  const changes: FieldChange[] = [];
  const known = new Map(old.map((column) => [column['name'], column]));
  for (const column of now) {
    const about = words(column['businessName']) || words(column['name']);
    const former = known.get(column['name']);
    known.delete(column['name']);
    if (former === undefined) {
      changes.push({ field: 'column', about, before: null, after: { is: 'truth', truth: true } });
    } else if (words(former['description']) !== words(column['description'])) {
      changes.push({
        field: 'columnDescription',
        about,
        before: shown('description', former['description']),
        after: shown('description', column['description']),
      });
    }
  }
  for (const column of known.values()) {
    const about = words(column['businessName']) || words(column['name']);
    changes.push({ field: 'column', about, before: { is: 'truth', truth: true }, after: null });
  }
  return changes;
}

/** What differs between two versions of a thing; all that can be said of it where there is only one. */
export function compare(before: Thing | null, after: Thing | null): FieldChange[] {
  const fields = new Set([...Object.keys(after ?? {}), ...Object.keys(before ?? {})]);
  const changes: FieldChange[] = [];
  for (const field of fields) {
    if (SILENT.has(field) || field === 'columns') continue;
    const [old, now] = [shown(field, before?.[field]), shown(field, after?.[field])];
    if (JSON.stringify(old) !== JSON.stringify(now)) changes.push({ field, before: old, after: now });
  }
  return [...changes, ...columnChanges(before, after)];
}
