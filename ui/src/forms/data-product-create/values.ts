import type { FileSurvey, IntakeChoices, Preview, PublicationInput } from '#/api/types';
import type { DescribedColumn } from '#/components/columns/DescribeColumns';
import { noMarks, reviveLook, reviveMarks, waits } from '#/components/columns/marks/marks';
import { checkIntake, readingOf, reviveIntake } from '#/components/file/intake/choices';
import type { HeldFile } from '#/components/file/useFileUpload';
import { checkName, checkPurpose, gather } from '#/components/form/checks';
import type { FieldIssues } from '#/components/form/formState';
import { checkRules, type OfferedRule, offered, reviveRules, standing, takenRules } from '#/components/quality/rules';
import { storedText } from '#/components/wizard/wizard';
import type { TextOf } from '#/messages';

/** The file and its columns: what publishing needs, for a new product and for a new version alike. */
export interface DataValues {
  file: HeldFile | null;
  /** How the owner wants the file to be read; what isn't chosen is recognised. */
  intake: IntakeChoices;
  /** What the file leaves open, as its preview said. */
  asks: readonly string[];
  /** The reading whose preview the columns come from. */
  columnsOf: string;
  columns: readonly DescribedColumn[];
  /** The reading whose suggestions were taken in. */
  suggestedOf: string;
  /** What could be promised of the rows, and what is. */
  rules: readonly OfferedRule[];
}

export interface ProductValues extends DataValues {
  name: string;
  /** The name still is what the file's name suggested. */
  nameSuggested: boolean;
  domainId: string;
  purpose: string;
}

export const initialData: DataValues = {
  file: null,
  intake: {},
  asks: [],
  columnsOf: '',
  columns: [],
  suggestedOf: '',
  rules: [],
};
export const initialProduct: ProductValues = {
  ...initialData,
  name: '',
  nameSuggested: true,
  domainId: '',
  purpose: '',
};

export function checkData({ file, intake, asks, columnsOf, columns, rules }: DataValues): FieldIssues {
  const descriptions = columns.map(
    ({ description }, index) => [`columns.${index}.description`, checkPurpose(description, false)] as const,
  );
  const looks = columns.map(
    (column, index) => [`columns.${index}.marks`, waits(column) ? ({ code: 'required' } as const) : undefined] as const,
  );
  const read = file !== null && columnsOf === readingOf(file.id, intake);
  return {
    ...gather({ file: read ? undefined : { code: 'required' as const } }),
    ...(file === null ? {} : checkIntake(intake, asks)),
    ...gather(Object.fromEntries(descriptions)),
    ...gather(Object.fromEntries(looks)),
    ...checkRules(rules),
  };
}

export function checkProduct(values: ProductValues): FieldIssues {
  return {
    ...checkData(values),
    ...gather({
      name: checkName(values.name),
      domainId: values.domainId === '' ? { code: 'required' } : undefined,
      purpose: checkPurpose(values.purpose),
    }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

export function reviveData(stored: Readonly<Record<string, unknown>>): DataValues {
  const file = stored['file'];
  const columns = Array.isArray(stored['columns']) ? stored['columns'].filter(isRecord) : [];
  return {
    file:
      isRecord(file) && typeof file['id'] === 'string'
        ? { id: file['id'], fileName: storedText(file, 'fileName') }
        : null,
    intake: reviveIntake(stored['intake']),
    asks: Array.isArray(stored['asks']) ? stored['asks'].filter((code) => typeof code === 'string') : [],
    columnsOf: storedText(stored, 'columnsOf'),
    columns: columns.map((column) => ({
      name: storedText(column, 'name'),
      businessName: storedText(column, 'businessName'),
      description: storedText(column, 'description'),
      marks: reviveMarks(column['marks']),
      look: reviveLook(column['look']),
    })),
    suggestedOf: storedText(stored, 'suggestedOf'),
    rules: reviveRules(stored['rules']),
  };
}

export function reviveProduct(stored: Readonly<Record<string, unknown>>): ProductValues {
  return {
    ...reviveData(stored),
    name: storedText(stored, 'name'),
    nameSuggested: stored['nameSuggested'] === true,
    domainId: storedText(stored, 'domainId'),
    purpose: storedText(stored, 'purpose'),
  };
}

/** The preview's columns; what was said before stays, by its name in the table. */
export function columnsFrom(preview: Preview, before: readonly DescribedColumn[]): DescribedColumn[] {
  const known = new Map(before.map((column) => [column.name, column]));
  return preview.columns.map(({ name, businessName }) => {
    const same = known.get(name);
    return {
      name,
      businessName: same?.businessName ?? businessName,
      description: same?.description ?? '',
      marks: same?.marks ?? noMarks,
      look: same?.look ?? [],
    };
  });
}

/** A name as people write it out of a file's: "store_sales-2024 (final).csv" becomes "Store sales 2024". */
export function nameFrom(fileName: string): string {
  const stem = fileName
    .replace(/(\.(csv|tsv|txt|parquet|xlsx|xlsm|json|ndjson|jsonl|gz|zip))+$/i, '')
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[_\-.\s]+/g, ' ')
    .trim();
  return [...(stem.charAt(0).toLocaleUpperCase() + stem.slice(1))].slice(0, 120).join('');
}

/** What the platform is asked for; null while something is missing. */
export function publicationInput(values: ProductValues, draftId: string | null): PublicationInput | null {
  if (values.file === null) return null;
  return {
    uploadId: values.file.id,
    intake: values.intake,
    ...saidOf(values),
    dataProduct: { domainId: values.domainId, name: values.name.trim(), purpose: values.purpose.trim() },
    ...(draftId === null ? {} : { draftId }),
  };
}

/** What is said of a file's columns and promised of its rows, as the platform is told. */
export function saidOf({ columns, rules }: DataValues): Pick<PublicationInput, 'columns' | 'rules'> {
  return {
    columns: columns.map(({ name, businessName, description, marks }) => ({
      name,
      businessName,
      description: description.trim(),
      marks,
    })),
    // A promise goes with its columns.
    rules: takenRules(standing(rules, columns)),
  };
}

/** What a file suggests, once for each way of reading it; what was said before stays. */
export function suggestionsFrom(
  survey: FileSurvey,
  reading: string,
  { columns, rules, suggestedOf }: DataValues,
  isNew: boolean,
): Pick<DataValues, 'columns' | 'rules' | 'suggestedOf'> {
  const found = new Map(survey.columns.map((column) => [column.name, column]));
  return {
    suggestedOf: reading,
    columns: columns.map((column) => {
      const suggested = found.get(column.name);
      // Suggestions of another reading give way to those of this one; what was agreed to before stays.
      const open = column.marks.review === null || (column.marks.review === 'unseen' && suggestedOf !== '');
      if (suggested === undefined || !open) return column;
      return {
        ...column,
        // A product that is there already keeps the names that people know.
        businessName: (isNew ? suggested.businessName : null) ?? column.businessName,
        marks: { ...suggested.marks, review: 'unseen' },
        look: suggested.look,
      };
    }),
    rules: offered(survey.rules, rules),
  };
}

/** Another file is read as it is, or as `first` says, and not as the one before; what stays as it was isn't touched. */
export function anotherFile(values: DataValues, held: HeldFile | null, first: IntakeChoices): Partial<DataValues> {
  const same = held !== null && held.id === values.file?.id;
  const stays = same || readingOf('', values.intake) === readingOf('', first);
  return stays ? { file: held } : { file: held, intake: first };
}

/** What a preview says of a form's data, once it was made of this reading. */
export function dataFrom(read: Preview, reading: string, before: readonly DescribedColumn[]): Partial<DataValues> {
  const asks: string[] = read.questions.map(({ code }) => code);
  // Who wants no row left out has no file to publish yet.
  if (read.rejectCount > 0 && read.intake.misfits === 'refuse') asks.push('refused');
  return { columnsOf: reading, asks, columns: columnsFrom(read, before) };
}

/** How a choice of reading is called in a summary of issues; undefined for every other field. */
export function intakeName(path: string, text: TextOf): string | undefined {
  if (path === 'intake.numbers') return text('product.intake.field.numbers');
  if (path === 'intake.misfits') return text('product.intake.field.misfits');
  if (path === 'intake.dates') return text('intake.field.dates');
  if (path === 'intake.member') return text('intake.field.member');
  return path.startsWith('intake.') ? text('product.intake.title') : undefined;
}

/** How what is said of a column is called in a summary of issues; undefined for every other field. */
export function descriptionName(
  path: string,
  { columns }: Pick<DataValues, 'columns'>,
  text: TextOf,
): string | undefined {
  const index = /^columns\.(\d+)/.exec(path)?.[1];
  if (index === undefined) return undefined;
  const column = columns[Number(index)]?.businessName ?? '';
  return text(path.endsWith('.marks') ? 'marks.field' : 'product.field.description', { column });
}
