import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { actions } from '#/api/actions';
import { newIntent } from '#/api/client';
import type { Publication } from '#/api/types';
import type { FieldIssues, Form } from '#/components/form/formState';
import { issuesFrom } from '#/components/form/issues';
import { PublicationPlanView } from '#/components/publication/PublicationPlanView';
import type { Reference } from '#/components/wizard/resume/present';
import type { Remembered } from '#/components/wizard/resume/remembered';
import { usePresent } from '#/components/wizard/resume/usePresent';
import type { WizardPlace } from '#/components/wizard/Wizard';
import { WizardPage } from '#/components/wizard/WizardPage';
import type { WizardDefinition } from '#/components/wizard/wizard';
import type { MessageId } from '#/messages';
import { PromisesStep, PromisesSummary, ruleName } from './PromisesStep';
import {
  ColumnsStep,
  ColumnsSummary,
  DataStep,
  DataSummary,
  LiveProductCard,
  PurposeStep,
  PurposeSummary,
} from './steps';
import { useProductCheck, useProductName } from './useProductCheck';
import {
  checkProduct,
  descriptionName,
  initialProduct,
  intakeName,
  type ProductValues,
  publicationInput,
  reviveProduct,
} from './values';

const names: Readonly<Record<string, MessageId>> = {
  file: 'product.field.file',
  name: 'product.name',
  domainId: 'product.domain',
  purpose: 'product.purpose',
};

function useRemoteIssues({ values }: Form<ProductValues>, tell: (issues: FieldIssues) => void): void {
  const check = useProductCheck(values);
  useEffect(() => {
    // What is still empty here is the form's own to say.
    tell(issuesFrom((check?.fields ?? []).filter(({ code }) => code !== 'required')));
  }, [check, tell]);
}

function usePresentThings(values: ProductValues): readonly Remembered[] | null {
  const { file, domainId } = values;
  const references: Reference[] = [];
  if (file !== null) references.push({ path: 'file', kind: 'file', id: file.id, name: file.fileName });
  if (domainId !== '') {
    references.push({ path: 'domainId', kind: 'domain', id: domainId, takes: 'createDataProduct' });
  }
  return usePresent(references, useProductName(values));
}

function ProductPlan({ values, tell }: { values: ProductValues; tell: (issues: FieldIssues) => void }) {
  return <PublicationPlanView input={publicationInput(values, null)} tell={tell} />;
}

const wizard: WizardDefinition<ProductValues> = {
  kind: 'data-product-create',
  title: 'product.create.title',
  steps: [
    {
      id: 'data',
      title: 'product.create.data',
      question: 'product.create.data.question',
      fields: ['file', 'intake'],
      Step: DataStep,
      Summary: DataSummary,
      wide: true,
    },
    {
      id: 'purpose',
      title: 'product.create.purpose',
      question: 'product.create.purpose.question',
      fields: ['name', 'domainId', 'purpose'],
      Step: PurposeStep,
      Summary: PurposeSummary,
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
  initial: initialProduct,
  revive: reviveProduct,
  check: checkProduct,
  draftTitle: (values) => (values.name.trim() === '' ? (values.file?.fileName ?? '') : values.name.trim()),
  Card: LiveProductCard,
  useRemote: useRemoteIssues,
  usePresent: usePresentThings,
  Plan: ProductPlan,
  fieldName: (path, values, text) =>
    descriptionName(path, values, text) ??
    ruleName(path, values, text) ??
    intakeName(path, text) ??
    text(names[path] ?? 'product.field.columns'),
  finish: 'product.create.finish',
  pointerBase: 'dataProduct',
};

interface DataProductCreateProps {
  place: WizardPlace;
  onPlace: (place: WizardPlace, how: { replace: boolean }) => void;
  /** What is known when one begins: a domain, a file that has arrived. */
  start: Partial<ProductValues>;
  onStarted: (publication: Publication) => void;
  onClose: () => void;
  onAnew: () => void;
}

/** The wizard that makes a data product of a file. */
export function DataProductCreate({ onStarted, ...page }: DataProductCreateProps) {
  const queryClient = useQueryClient();
  const intent = useRef(newIntent());
  return (
    <WizardPage
      wizard={wizard}
      {...page}
      onFinish={async (values, draftId) => {
        const input = publicationInput(values, draftId);
        if (input === null) return;
        const publication = await actions
          .startPublication(input, { intent: intent.current })
          .catch((cause: unknown) => {
            // What is corrected after a refusal is another intent than what was refused.
            intent.current = newIntent();
            throw cause;
          });
        await queryClient.invalidateQueries({ queryKey: ['data-product'] });
        onStarted(publication);
      }}
    />
  );
}
