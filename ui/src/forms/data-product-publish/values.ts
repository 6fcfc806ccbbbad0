import type { Column, DataProduct, Preview, PublicationInput } from '#/api/types';
import { storedText } from '#/components/wizard/wizard';
import { type DataValues, initialData, reviveData } from '#/forms/data-product-create/values';

export interface VersionValues extends DataValues {
  dataProductId: string;
  /** Leads from the draft back to the product's page. */
  slug: string;
}

export function initialVersion({ id, slug, outputPort, currentVersion }: DataProduct): VersionValues {
  // What was described before is the beginning of what is said of the new file's columns.
  const columns = outputPort.columns.map(({ name, businessName, description }) => ({
    name,
    businessName,
    description,
  }));
  // So is how its file was read.
  return { ...initialData, intake: currentVersion?.intake ?? {}, columns, dataProductId: id, slug };
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
    columns: values.columns.map((column) => ({ ...column, description: column.description.trim() })),
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
