import { useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { DescribeColumns, type DescribedColumn } from '#/components/columns/DescribeColumns';
import { markWords } from '#/components/columns/marks/marks';
import { type ComparedField, EditForm, type Read } from '#/components/edit/EditForm';
import { checkName, checkPurpose, gather, NAME_MAX, PURPOSE_MAX } from '#/components/form/checks';
import type { FieldIssues } from '#/components/form/formState';
import { TextField } from '#/components/form/TextField';
import classes from '#/components/things/ThingPage.module.css';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';

interface EditValues {
  name: string;
  purpose: string;
  columns: readonly DescribedColumn[];
}

function readOf({ name, purpose, outputPort, revision }: DataProduct): Read<EditValues> {
  const columns = outputPort.columns.map(({ name: column, businessName, description, marks }) => ({
    name: column,
    businessName,
    description,
    marks,
    look: [],
  }));
  return { values: { name, purpose, columns }, revision };
}

function check({ name, purpose, columns }: EditValues): FieldIssues {
  const descriptions = columns.map(
    ({ description }, index) => [`columns.${index}.description`, checkPurpose(description, false)] as const,
  );
  return gather({ name: checkName(name), purpose: checkPurpose(purpose), ...Object.fromEntries(descriptions) });
}

interface DataProductEditProps {
  product: DataProduct;
  onSaved: (product: DataProduct) => void;
  onCancel: () => void;
}

/** Edits a data product's name, purpose and the descriptions of its columns on one page. */
export function DataProductEdit({ product, onSaved, onCancel }: DataProductEditProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const describing = (businessName: string) => text('product.field.description', { column: businessName });
  const compare = ({ name, purpose, columns }: EditValues): ComparedField[] => [
    { path: 'name', label: text('product.name'), shown: name },
    { path: 'purpose', label: text('product.purpose'), shown: purpose },
    ...columns.map((column) => ({
      path: `column:${column.name}`,
      label: describing(column.businessName),
      shown: column.description,
    })),
    ...columns.map((column) => ({
      path: `marks:${column.name}`,
      label: text('marks.field', { column: column.businessName }),
      shown: markWords(column.marks, text).join(', '),
    })),
  ];
  return (
    <EditForm<EditValues>
      read={readOf(product)}
      check={check}
      compare={compare}
      merge={(mine, theirs, side) => {
        const own = new Map(mine.columns.map((column) => [column.name, column]));
        return {
          name: side('name') === 'mine' ? mine.name : theirs.name,
          purpose: side('purpose') === 'mine' ? mine.purpose : theirs.purpose,
          columns: theirs.columns.map((column) => ({
            ...column,
            description:
              side(`column:${column.name}`) === 'mine'
                ? (own.get(column.name)?.description ?? column.description)
                : column.description,
            marks:
              side(`marks:${column.name}`) === 'mine' ? (own.get(column.name)?.marks ?? column.marks) : column.marks,
          })),
        };
      }}
      fieldName={(path) => {
        const column = /^columns\.(\d+)/.exec(path);
        if (column) return describing(product.outputPort.columns[Number(column[1])]?.businessName ?? '');
        return text(path === 'purpose' ? 'product.purpose' : 'product.name');
      }}
      onSave={async ({ name, purpose, columns }, revision) => {
        const saved = await actions.updateDataProduct(product.id, revision, {
          name: name.trim(),
          purpose: purpose.trim(),
          columns: columns.map((column) => ({
            name: column.name,
            description: column.description.trim(),
            marks: column.marks,
          })),
        });
        await queryClient.invalidateQueries({ queryKey: ['data-product'] });
        toastDone(text('product.edit.saved', { name: saved.name }));
        onSaved(saved);
      }}
      readAgain={async () => readOf(await queryClient.fetchQuery({ ...queries.dataProduct(product.id), staleTime: 0 }))}
      onCancel={onCancel}
    >
      {(form) => (
        <>
          <TextField
            form={form}
            name="name"
            label={text('product.name')}
            help={text('product.name.help')}
            max={NAME_MAX}
          />
          <TextField
            form={form}
            name="purpose"
            label={text('product.purpose')}
            help={text('product.purpose.help')}
            max={PURPOSE_MAX}
            lines={3}
          />
          <section aria-labelledby="edit-columns">
            <h2 className={classes.section} id="edit-columns">
              {text('product.field.columns')}
            </h2>
            <DescribeColumns
              known={product.outputPort.columns}
              columns={form.values.columns}
              onDescribe={(index, description) =>
                form.patch(({ columns }) => ({
                  columns: columns.map((column, at) => (at === index ? { ...column, description } : column)),
                }))
              }
              onMarks={(index, marks) =>
                form.patch(({ columns }) => ({
                  columns: columns.map((column, at) => (at === index ? { ...column, marks } : column)),
                }))
              }
              shown={form.shown}
            />
          </section>
        </>
      )}
    </EditForm>
  );
}
