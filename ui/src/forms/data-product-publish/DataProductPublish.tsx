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
import type { StepProps, WizardDefinition } from '#/components/wizard/wizard';
import { DataPreview } from '#/forms/data-product-create/DataPreview';
import { PromisesStep, PromisesSummary, ruleName } from '#/forms/data-product-create/PromisesStep';
import { ColumnsStep, ColumnsSummary, DataSummary } from '#/forms/data-product-create/steps';
import { useSuggestions } from '#/forms/data-product-create/useSuggestions';
import { anotherFile, checkData, dataFrom, descriptionName, intakeName } from '#/forms/data-product-create/values';
import { useText } from '#/messages';
import { Changes } from './Changes';
import { changesOf, initialVersion, reviveVersion, type VersionValues, versionInput } from './values';

/** The product and its promises as they were when the wizard opened: what the file is compared with. */
interface Compared {
  product: DataProduct;
  promised: readonly QualityRule[];
}

const Compared = createContext<Compared | null>(null);

function useCompared(): Compared {
  const compared = useContext(Compared);
  if (compared === null) throw new Error('a step of this wizard stands outside of it');
  return compared;
}

function VersionDataStep({ form }: StepProps<VersionValues>) {
  useSuggestions(form);
  const text = useText();
  const { product, promised } = useCompared();
  const { file, intake, columnsOf } = form.values;
  const preview = useQuery({ ...queries.preview(file?.id ?? '', intake), enabled: file !== null });
  const { patch } = form;
  const reading = file === null ? '' : readingOf(file.id, intake);
  useEffect(() => {
    if (!preview.data || reading === columnsOf) return;
    const read = preview.data;
    patch((values) => {
      const known = new Set(values.columns.map(({ name }) => name));
      const before = initialVersion(product, promised).columns.filter(({ name }) => !known.has(name));
      return dataFrom(read, reading, [...values.columns, ...before]);
    });
  }, [preview.data, reading, columnsOf, patch, product, promised]);
  const changes = preview.data && changesOf(product.outputPort.columns, preview.data.columns);
  const markOf = (name: string) => {
    const before = changes?.retyped.get(name);
    if (changes?.added.includes(name)) return text('product.publish.added');
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
          <Changes product={product} preview={read} />
          <DataPreview preview={read} markOf={markOf} />
        </>
      )}
    </FileField>
  );
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
    check: checkData,
    draftTitle: () => product.name,
    Card: VersionCard,
    usePresent: usePresentThings,
    Plan: VersionPlan,
    fieldName: (path, values, text) =>
      descriptionName(path, values, text) ??
      ruleName(path, values, text) ??
      intakeName(path, text) ??
      text('product.field.file'),
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
  onStarted: (publication: Publication) => void;
  onClose: () => void;
  onAnew: () => void;
}

/** The wizard that publishes a new version of a data product. */
export function DataProductPublish({ product, promised, onStarted, ...page }: DataProductPublishProps) {
  const queryClient = useQueryClient();
  const intent = useRef(newIntent());
  // While this is open the product is what it was compared with; an event must not restart the wizard.
  const [compared] = useState({ product, promised });
  const wizard = useMemo(() => definition(compared), [compared]);
  return (
    <Compared value={compared}>
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
    </Compared>
  );
}
