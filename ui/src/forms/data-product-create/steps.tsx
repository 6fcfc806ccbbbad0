import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { failureOf, queries } from '#/api/query';
import type { ColumnMarks, ColumnReview, FileSurvey } from '#/api/types';
import { DescribeColumns } from '#/components/columns/DescribeColumns';
import { LookList } from '#/components/columns/marks/LookList';
import marksClasses from '#/components/columns/marks/Marks.module.css';
import { waits } from '#/components/columns/marks/marks';
import { FileField } from '#/components/file/FileField';
import { readingOf } from '#/components/file/intake/choices';
import { NAME_MAX, PURPOSE_MAX } from '#/components/form/checks';
import type { Form } from '#/components/form/formState';
import { TextField } from '#/components/form/TextField';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { LookAlikes } from '#/components/things/LookAlikes';
import { ProductCard } from '#/components/things/ProductCard';
import { Answer, Answers } from '#/components/wizard/Review';
import classes from '#/components/wizard/Wizard.module.css';
import type { StepProps } from '#/components/wizard/wizard';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { DataPreview } from './DataPreview';
import { DomainField } from './DomainField';
import { useProductCheck } from './useProductCheck';
import { useSuggestions } from './useSuggestions';
import { anotherFile, type DataValues, dataFrom, nameFrom, type ProductValues } from './values';

/** A file as a form's values say that it is read. */
function useRead({ file, intake }: Pick<DataValues, 'file' | 'intake'>) {
  return useQuery({ ...queries.preview(file?.id ?? '', intake), enabled: file !== null });
}

/** From how much of the file the suggestions come. */
function Suggested({ survey }: { survey: UseQueryResult<FileSurvey> }) {
  const text = useText();
  if (failureOf(survey) !== null) {
    return (
      <p className={marksClasses.soft} role="status">
        {text('marks.failed')}
      </p>
    );
  }
  if (survey.data === undefined) return <ListSkeleton label={text('marks.reading')} rows={3} />;
  const { whole, rowsRead } = survey.data;
  return <p className={marksClasses.soft}>{text(whole ? 'marks.wholly' : 'marks.partly', { count: rowsRead })}</p>;
}

export function DataStep({ form }: StepProps<ProductValues>) {
  useSuggestions(form);
  const { file, intake, columnsOf, nameSuggested } = form.values;
  const { data } = useRead(form.values);
  const { patch } = form;
  const reading = file === null ? '' : readingOf(file.id, intake);
  useEffect(() => {
    if (!data || reading === columnsOf) return;
    patch((values) => ({
      ...dataFrom(data, reading, values.columns),
      ...(values.nameSuggested && values.file ? { name: nameFrom(values.file.fileName) } : {}),
    }));
  }, [data, reading, columnsOf, patch]);
  return (
    <FileField
      path="file"
      file={file}
      invalid={form.shown('file') !== undefined}
      intake={{ chosen: intake, onChoose: (choices) => form.set('intake', choices), shown: form.shown }}
      onFile={(held) =>
        patch((values) => ({
          ...anotherFile(values, held, {}),
          ...(nameSuggested && held && held.fileName !== '' ? { name: nameFrom(held.fileName) } : {}),
        }))
      }
    >
      {(read) => <DataPreview preview={read} />}
    </FileField>
  );
}

export function DataSummary({ values }: { values: DataValues }) {
  const text = useText();
  const { data } = useRead(values);
  const rows = data?.rowCount;
  return (
    <Answers>
      <Answer name={text('product.field.file')}>
        <bdi>{values.file?.fileName}</bdi>
      </Answer>
      {data && rows != null && (
        <Answer name={text('product.page.rowCount')}>
          {text(data.rowCountIsExact ? 'product.file.rows' : 'product.file.rowsAbout', { count: rows })}
        </Answer>
      )}
      {data && rows != null && data.rejectCount > 0 && (
        <Answer name={text('product.intake.field.misfits')}>
          {text(data.rowCountIsExact ? 'product.intake.accounted' : 'product.intake.accountedAbout', {
            found: rows + data.rejectCount,
            rows,
            rejected: data.rejectCount,
          })}
        </Answer>
      )}
    </Answers>
  );
}

export function PurposeStep(props: StepProps<ProductValues>) {
  const { form } = props;
  const text = useText();
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={text('product.name')}
        help={text('product.name.help')}
        max={NAME_MAX}
        suggested={form.values.nameSuggested && form.values.name !== ''}
        onEdited={() => form.set('nameSuggested', false)}
      />
      <DomainField {...props} />
      <TextField
        form={form}
        name="purpose"
        label={text('product.purpose')}
        help={text('product.purpose.help')}
        max={PURPOSE_MAX}
        lines={3}
      />
    </>
  );
}

function useDomainName(domainId: string): string | null {
  const domain = useQuery({ ...queries.domain(domainId), enabled: domainId !== '' });
  return domainId === '' ? null : (domain.data?.name ?? null);
}

export function PurposeSummary({ values }: { values: ProductValues }) {
  const text = useText();
  return (
    <Answers>
      <Answer name={text('product.name')}>
        <bdi>{values.name}</bdi>
      </Answer>
      <Answer name={text('product.domain')}>
        <bdi>{useDomainName(values.domainId) ?? text('product.card.noDomain')}</bdi>
      </Answer>
      <Answer name={text('product.purpose')}>
        <span dir="auto">{values.purpose}</span>
      </Answer>
    </Answers>
  );
}

export function ColumnsStep<V extends DataValues>({ form }: StepProps<V>) {
  const text = useText();
  const { columns } = form.values;
  const preview = useRead(form.values);
  const survey = useSuggestions(form);
  const { patch } = form;
  const seen = useMemo(
    () => new Map((survey.data?.columns ?? []).map((column) => [column.name, column])),
    [survey.data],
  );
  const mark = useCallback(
    (index: number, marks: ColumnMarks) =>
      patch(
        (values) =>
          ({
            columns: values.columns.map((column, at) => (at === index ? { ...column, marks } : column)),
          }) as unknown as Partial<V>,
      ),
    [patch],
  );
  const acceptAll = useCallback(
    () =>
      patch(
        (values) =>
          ({
            columns: values.columns.map((column) =>
              waits(column) ? { ...column, marks: { ...column.marks, review: 'together' as const } } : column,
            ),
          }) as unknown as Partial<V>,
      ),
    [patch],
  );
  const describe = useCallback(
    (index: number, description: string) =>
      patch(
        (values) =>
          ({
            columns: values.columns.map((column, at) => (at === index ? { ...column, description } : column)),
          }) as unknown as Partial<V>,
      ),
    [patch],
  );
  return (
    <>
      <Suggested survey={survey} />
      <LookList columns={columns} seen={seen} onMarks={mark} onAcceptAll={acceptAll} />
      <section className={marksClasses.rest} aria-labelledby="columns-all">
        <h2 id="columns-all">{text('marks.all')}</h2>
        <p className={marksClasses.soft}>{text('marks.all.lead')}</p>
        <DescribeColumns
          known={preview.data?.columns ?? []}
          columns={columns}
          onDescribe={describe}
          onMarks={mark}
          shown={form.shown}
        />
      </section>
    </>
  );
}

export function ColumnsSummary({ values }: { values: DataValues }) {
  const text = useText();
  const described = values.columns.filter(({ description }) => description.trim() !== '').length;
  const personal = values.columns.filter(({ marks }) => marks.personal).length;
  const keys = values.columns.filter(({ marks }) => marks.key).map(({ businessName }) => businessName);
  const how = (review: ColumnReview) => values.columns.filter(({ marks }) => marks.review === review).length;
  const reviewed = values.columns.some(({ marks }) => marks.review !== null);
  return (
    <Answers>
      <Answer name={text('product.field.columns')}>
        {text('product.columns.described', { described, count: values.columns.length })}
      </Answer>
      <Answer name={text('marks.summary.name')}>
        {text('marks.summary', { personal })}
        {' · '}
        {text('marks.summary.keys', { count: keys.length, names: keys.join(', ') })}
      </Answer>
      {reviewed && (
        <Answer name={text('marks.summary.reviewed')}>
          {text('marks.summary.review', { seen: how('seen'), together: how('together'), unseen: how('unseen') })}
        </Answer>
      )}
    </Answers>
  );
}

/** The product as others will see it, and those that are called alike. */
export function LiveProductCard({ form }: { form: Form<ProductValues> }) {
  const text = useText();
  const session = useQuery(queries.session());
  const check = useProductCheck(form.values);
  const { name, purpose, domainId, columns } = form.values;
  return (
    <>
      <h2 className={classes.asideTitle}>{text('product.card.title')}</h2>
      <ProductCard
        name={name}
        purpose={purpose}
        domain={useDomainName(domainId)}
        owner={session.data?.person.name ?? ''}
        slug={name.trim() === '' ? null : (check?.slug ?? null)}
        columnCount={columns.length}
      />
      <LookAlikes
        title={text('product.create.lookAlikes')}
        found={check?.lookAlikes ?? []}
        linkTo={(slug) => paths.dataProduct(slug)}
      />
    </>
  );
}
