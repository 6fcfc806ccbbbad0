import type {
  Column,
  DataProduct,
  HowToPublish,
  Preview,
  PublicationInput,
  QualityRule,
  VersionComparison,
} from '#/api/types';
import type { FieldIssues } from '#/components/form/formState';
import { storedText } from '#/components/wizard/wizard';
import { type DataValues, initialData, reviveData, saidOf } from '#/forms/data-product-create/values';

export interface VersionValues extends DataValues {
  /** What becomes of the rows that are there. */
  how: HowToPublish;
  dataProductId: string;
  /** Leads from the draft back to the product's page. */
  slug: string;
}

export function initialVersion(product: DataProduct, promised: readonly QualityRule[]): VersionValues {
  const { id, slug, outputPort, currentVersion } = product;
  // What was described before is the beginning of what is said of the new file's columns.
  const columns = outputPort.columns.map(({ name, businessName, description, marks }) => ({
    name,
    businessName,
    description,
    marks,
    look: [],
  }));
  // So is how its file was read.
  const how = currentVersion?.how ?? { mode: 'replace', key: [] };
  const rules = promised.map((rule) => ({ ...rule, taken: true }));
  return { ...initialData, intake: currentVersion?.intake ?? {}, columns, how, rules, dataProductId: id, slug };
}

export function reviveVersion(stored: Readonly<Record<string, unknown>>, product: DataProduct): VersionValues {
  return {
    ...reviveData(stored),
    how: reviveHow(stored['how']),
    dataProductId: storedText(stored, 'dataProductId', product.id),
    slug: storedText(stored, 'slug', product.slug),
  };
}

export const modes = ['replace', 'append', 'merge'] as const;
export type Mode = (typeof modes)[number];

/** What becomes of the rows that are there, out of a stored draft. */
export function reviveHow(stored: unknown): HowToPublish {
  if (typeof stored !== 'object' || stored === null) return { mode: 'replace', key: [] };
  const { mode, key } = stored as { mode?: unknown; key?: unknown };
  const known = modes.find((each) => each === mode) ?? 'replace';
  const names = Array.isArray(key) ? key.filter((name) => typeof name === 'string') : [];
  return { mode: known, key: known === 'merge' ? names : [] };
}

/** A key is chosen before anything else is asked about it. */
export function checkHow({ mode, key }: HowToPublish): FieldIssues {
  return mode === 'merge' && key.length === 0 ? { 'how.key': { code: 'required' } } : {};
}

export function versionInput(values: VersionValues, draftId: string | null): PublicationInput | null {
  if (values.file === null) return null;
  return {
    uploadId: values.file.id,
    intake: values.intake,
    how: values.how,
    ...saidOf(values),
    dataProductId: values.dataProductId,
    ...(draftId === null ? {} : { draftId }),
  };
}

/** How a file's columns differ from those of the current version, by their names in the table. */
export interface ColumnChanges {
  added: readonly string[];
  gone: readonly string[];
  retyped: ReadonlyMap<string, Column['type']>;
  /** Heading by name, of both sides. */
  headings: ReadonlyMap<string, string>;
}

/** What changes its type is told by the comparison: a type stays as long as the values fit it. */
export function changesOf(
  current: readonly Column[],
  next: Preview['columns'],
  compared: VersionComparison | null | undefined,
): ColumnChanges {
  const before = new Map(current.map((column) => [column.name, column]));
  const after = new Map(next.map((column) => [column.name, column]));
  const retyped = next.flatMap((column): [string, Column['type']][] => {
    const old = before.get(column.name);
    const changes = compared?.columns.some(({ name, change }) => name === column.name && change === 'retyped');
    return old === undefined || changes !== true ? [] : [[column.name, old.type]];
  });
  return {
    added: next.filter(({ name }) => !before.has(name)).map(({ name }) => name),
    gone: current.filter(({ name }) => !after.has(name)).map(({ name }) => name),
    retyped: new Map(retyped),
    headings: new Map([...current, ...next].map(({ name, businessName }) => [name, businessName])),
  };
}
