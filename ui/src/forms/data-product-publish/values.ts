import type { Column, DataProduct, Preview, PublicationInput, QualityRule } from '#/api/types';
import { storedText } from '#/components/wizard/wizard';
import { type DataValues, initialData, reviveData, saidOf } from '#/forms/data-product-create/values';

export interface VersionValues extends DataValues {
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
  const rules = promised.map((rule) => ({ ...rule, taken: true }));
  return { ...initialData, intake: currentVersion?.intake ?? {}, columns, rules, dataProductId: id, slug };
}

export function reviveVersion(stored: Readonly<Record<string, unknown>>, product: DataProduct): VersionValues {
  return {
    ...reviveData(stored),
    dataProductId: storedText(stored, 'dataProductId', product.id),
    slug: storedText(stored, 'slug', product.slug),
  };
}

export function versionInput(values: VersionValues, draftId: string | null): PublicationInput | null {
  if (values.file === null) return null;
  return {
    uploadId: values.file.id,
    intake: values.intake,
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

export function changesOf(current: readonly Column[], next: Preview['columns']): ColumnChanges {
  const before = new Map(current.map((column) => [column.name, column]));
  const after = new Map(next.map((column) => [column.name, column]));
  const retyped = next.flatMap((column): [string, Column['type']][] => {
    const old = before.get(column.name);
    return old === undefined || old.physicalType === column.physicalType ? [] : [[column.name, old.type]];
  });
  return {
    added: next.filter(({ name }) => !before.has(name)).map(({ name }) => name),
    gone: current.filter(({ name }) => !after.has(name)).map(({ name }) => name),
    retyped: new Map(retyped),
    headings: new Map([...current, ...next].map(({ name, businessName }) => [name, businessName])),
  };
}
