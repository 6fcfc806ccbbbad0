import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { actions } from '#/api/actions';
import { newIntent } from '#/api/client';
import { queries } from '#/api/query';
import type { DataProduct, Publication, QualityRule } from '#/api/types';
import { FileField } from '#/components/file/FileField';
import { readingOf } from '#/components/file/intake/choices';
import type { FieldIssues, Form } from '#/components/form/formState';
import { PublicationPlanView } from '#/components/publication/PublicationPlanView';
import { ProductCard } from '#/components/things/ProductCard';
import type { Remembered } from '#/components/wizard/resume/remembered';
import { usePresent } from '#/components/wizard/resume/usePresent';
import type { WizardPlace } from '#/components/wizard/Wizard';
import { WizardPage } from '#/components/wizard/WizardPage';
import { REVIEW, type StepProps, type WizardDefinition } from '#/components/wizard/wizard';
import { DataPreview } from '#/forms/data-product-create/DataPreview';
import { PromisesStep, PromisesSummary, ruleName } from '#/forms/data-product-create/PromisesStep';
import { ColumnsStep, ColumnsSummary, DataSummary } from '#/forms/data-product-create/steps';
import { useSuggestions } from '#/forms/data-product-create/useSuggestions';
import { anotherFile, checkData, dataFrom, descriptionName, intakeName } from '#/forms/data-product-create/values';
import { useText } from '#/messages';
import { Changes } from './Changes';
import changes from './Changes.module.css';
import { Compared, useCompared } from './compared';
import { RowsStep, RowsSummary, useComparison, useHowIssues } from './RowsStep';
import { changesOf, checkHow, initialVersion, reviveVersion, type VersionValues, versionInput } from './values';

/** Through the wizard for whoever publishes as last time. */
interface WayThrough {
  /** Told where to go on, as soon as it is known whether the file can be published as the one before. */
  settled: (step: string) => void;
  go: (step: string) => void;
}

const Way = createContext<WayThrough>({ settled: () => undefined, go: () => undefined });

/** Says that nothing is left to be asked, and leads to what changes. */
function AsBefore({ number }: { number: number }) {
  const text = useText();
  const { go } = useContext(Way);
  return (
    <section className={changes.changes} aria-labelledby="publish-as-before">
      <h2 id="publish-as-before">{text('versions.quick.title')}</h2>
      <p>{text('versions.quick.body', { number })}</p>
      <div>
        <Button size="compact-md" variant="default" onClick={() => go(REVIEW)}>
          {text('versions.quick.action')}
        </Button>
      </div>
    </section>
  );
}

function VersionDataStep({ form }: StepProps<VersionValues>) {
  useSuggestions(form);
  const text = useText();
  const { product, promised } = useCompared();
  const { file, intake } = form.values;
  const preview = useQuery({ ...queries.preview(file?.id ?? '', intake), enabled: file !== null });
  const { patch } = form;
  const compared = useComparison(form.values).data?.comparison;
  const number = product.currentVersion?.number ?? 1;
  const differ = preview.data && changesOf(product.outputPort.columns, preview.data.columns, compared);
  const markOf = (name: string) => {
    const before = differ?.retyped.get(name);
    if (differ?.added.includes(name)) return text('product.publish.added');
    return before === undefined
      ? undefined
      : text('product.publish.changed', { before: text(`table.type.${before}`).toLocaleLowerCase() });
  };
  return (
    <FileField
      path="file"
      file={file}
      invalid={form.shown('file') !== undefined}
      intake={{ chosen: intake, onChoose: (choices) => form.set('intake', choices), shown: form.shown }}
      offered={text('product.intake.offered', { number: product.currentVersion?.number ?? 1 })}
      onFile={(held) => patch((values) => anotherFile(values, held, initialVersion(product, promised).intake))}
    >
      {(read) => (
        <>
          <Changes product={product} preview={read} compared={compared} />
          {number > 1 && compared && Object.keys(form.issues).length === 0 && <AsBefore number={number} />}
          <DataPreview preview={read} markOf={markOf} />
        </>
      )}
    </FileField>
  );
}

/** The columns follow the file wherever one stands in the wizard: whoever publishes as last time passes no step. */
function useColumns({ values, patch }: Form<VersionValues>): void {
  const { product, promised } = useCompared();
  const { file, intake, columnsOf } = values;
  const preview = useQuery({ ...queries.preview(file?.id ?? '', intake), enabled: file !== null });
  const reading = file === null ? '' : readingOf(file.id, intake);
  useEffect(() => {
    if (!preview.data || reading === columnsOf) return;
    const read = preview.data;
    patch((current) => {
      const known = new Set(current.columns.map(({ name }) => name));
      const before = initialVersion(product, promised).columns.filter(({ name }) => !known.has(name));
      return dataFrom(read, reading, [...current.columns, ...before]);
    });
  }, [preview.data, reading, columnsOf, patch, product, promised]);
}

function useFollowing(form: Form<VersionValues>, tell: (issues: FieldIssues) => void): void {
  useColumns(form);
  const asked = useHowIssues(form.values, tell);
  const { settled } = useContext(Way);
  const open = Object.keys(form.issues).length > 0;
  useEffect(() => {
    // What the file leaves open is answered where it is asked.
    if (form.values.asks.length > 0) settled('data');
    else if (asked !== null) settled(!asked ? 'rows' : open ? 'data' : REVIEW);
  }, [form.values.asks, asked, open, settled]);
}

function VersionCard({ form }: { form: Form<VersionValues> }) {
  const { name, purpose, domain, owner, slug } = useCompared().product;
  return (
    <ProductCard
      name={name}
      purpose={purpose}
      domain={domain.name}
      owner={owner.name}
      slug={slug}
      columnCount={form.values.columns.length}
    />
  );
}

function usePresentThings({ file }: VersionValues): readonly Remembered[] | null {
  return usePresent(file === null ? [] : [{ path: 'file', kind: 'file', id: file.id, name: file.fileName }], null);
}

function VersionPlan({ values, tell }: { values: VersionValues; tell: (issues: FieldIssues) => void }) {
  return <PublicationPlanView input={versionInput(values, null)} tell={tell} />;
}

function definition({ product, promised }: Compared): WizardDefinition<VersionValues> {
  return {
    kind: 'data-product-publish',
    title: 'product.publish.title',
    steps: [
      {
        id: 'data',
        title: 'product.create.data',
        question: 'product.publish.data.question',
        fields: ['file', 'intake'],
        Step: VersionDataStep,
        Summary: DataSummary,
        wide: true,
      },
      {
        id: 'rows',
        title: 'versions.step',
        question: 'versions.question',
        fields: ['how'],
        Step: RowsStep,
        Summary: RowsSummary,
        wide: true,
      },
      {
        id: 'columns',
        title: 'product.create.columns',
        question: 'product.create.columns.question',
        fields: ['columns'],
        Step: ColumnsStep,
        Summary: ColumnsSummary,
        wide: true,
      },
      {
        id: 'promises',
        title: 'quality.step',
        question: 'quality.step.question',
        fields: ['rules'],
        Step: PromisesStep,
        Summary: PromisesSummary,
        wide: true,
      },
    ],
    initial: initialVersion(product, promised),
    revive: (stored) => reviveVersion(stored, product),
    check: (values) => ({ ...checkData(values), ...checkHow(values.how) }),
    useRemote: useFollowing,
    draftTitle: () => product.name,
    Card: VersionCard,
    usePresent: usePresentThings,
    Plan: VersionPlan,
    fieldName: (path, values, text) =>
      descriptionName(path, values, text) ??
      ruleName(path, values, text) ??
      intakeName(path, text) ??
      text(path === 'how.key' ? 'versions.summary.key' : path === 'how.mode' ? 'versions.step' : 'product.field.file'),
    finish: 'product.publish.finish',
  };
}

interface DataProductPublishProps {
  product: DataProduct;
  /** What its current version promises of its rows. */
  promised: readonly QualityRule[];
  place: WizardPlace;
  onPlace: (place: WizardPlace, how: { replace: boolean }) => void;
  start: Partial<VersionValues>;
  /** The file is published as the one before it was: one page says what changes. */
  asBefore: boolean;
  onStarted: (publication: Publication) => void;
  onClose: () => void;
  onAnew: () => void;
}

/** The wizard that publishes a new version of a data product. */
export function DataProductPublish({ product, promised, asBefore, onStarted, ...page }: DataProductPublishProps) {
  const queryClient = useQueryClient();
  const intent = useRef(newIntent());
  // While this is open the product is what it was compared with; an event must not restart the wizard.
  const [compared] = useState({ product, promised });
  const wizard = useMemo(() => definition(compared), [compared]);
  const { place, onPlace } = page;
  const owed = useRef(asBefore);
  const way = useMemo<WayThrough>(
    () => ({
      settled: (step) => {
        if (!owed.current) return;
        owed.current = false;
        if (step !== 'data') onPlace({ ...place, step }, { replace: true });
      },
      go: (step) => onPlace({ ...place, step }, { replace: false }),
    }),
    [place, onPlace],
  );
  return (
    <Compared value={compared}>
      <Way value={way}>
        <WizardPage
          wizard={wizard}
          {...page}
          onFinish={async (values, draftId) => {
            const input = versionInput(values, draftId);
            if (input === null) return;
            const publication = await actions
              .startPublication(input, { intent: intent.current })
              .catch((cause: unknown) => {
                intent.current = newIntent();
                throw cause;
              });
            await queryClient.invalidateQueries({ queryKey: ['data-product'] });
            onStarted(publication);
          }}
        />
      </Way>
    </Compared>
  );
}
