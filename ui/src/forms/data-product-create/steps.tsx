import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { queries } from '#/api/query';
import { DescribeColumns } from '#/components/columns/DescribeColumns';
import { FileField } from '#/components/file/FileField';
import { readingOf } from '#/components/file/intake/choices';
import { NAME_MAX, PURPOSE_MAX } from '#/components/form/checks';
import type { Form } from '#/components/form/formState';
import { TextField } from '#/components/form/TextField';
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
import { anotherFile, type DataValues, dataFrom, nameFrom, type ProductValues } from './values';

/** A file as a form's values say that it is read. */
function useRead({ file, intake }: Pick<DataValues, 'file' | 'intake'>) {
  return useQuery({ ...queries.preview(file?.id ?? '', intake), enabled: file !== null });
}

export function DataStep({ form }: StepProps<ProductValues>) {
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
  const { patch } = form;
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
      <p style={{ margin: 0, color: 'var(--sv-text-soft)' }}>{text('product.create.columns.lead')}</p>
      <DescribeColumns known={preview.data?.columns ?? []} columns={columns} onDescribe={describe} shown={form.shown} />
    </>
  );
}

export function ColumnsSummary({ values }: { values: DataValues }) {
  const text = useText();
  const described = values.columns.filter(({ description }) => description.trim() !== '').length;
  return (
    <Answers>
      <Answer name={text('product.field.columns')}>
        {text('product.columns.described', { described, count: values.columns.length })}
      </Answer>
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
