import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { actions } from '#/api/actions';
import { newIntent } from '#/api/client';
import type { Domain, PersonRef } from '#/api/types';
import type { FieldIssues, Form } from '#/components/form/formState';
import { issuesFrom } from '#/components/form/issues';
import type { Reference } from '#/components/wizard/resume/present';
import type { Remembered } from '#/components/wizard/resume/remembered';
import { usePresent } from '#/components/wizard/resume/usePresent';
import type { WizardPlace } from '#/components/wizard/Wizard';
import { WizardPage } from '#/components/wizard/WizardPage';
import type { WizardDefinition } from '#/components/wizard/wizard';
import type { MessageId } from '#/messages';
import { DomainPlan } from './DomainPlan';
import {
  BusinessFields,
  BusinessSummary,
  LiveDomainCard,
  PeopleStep,
  PeopleSummary,
  RulesStep,
  RulesSummary,
} from './steps';
import { useDomainCheck, useDomainName } from './useDomainCheck';
import { checkDomainValues, type DomainValues, domainInput, initialDomain, reviveDomain } from './values';

const names: Readonly<Record<string, MessageId>> = {
  name: 'domain.name',
  purpose: 'domain.purpose',
  kind: 'domain.kind',
  parentId: 'domain.parent',
  ownerIds: 'domain.owners',
  stewardIds: 'domain.stewards',
  teamId: 'domain.team',
  defaultClassification: 'domain.classification',
  discoverability: 'domain.audience',
};

function useRemoteIssues({ values }: Form<DomainValues>, tell: (issues: FieldIssues) => void): void {
  const check = useDomainCheck(values);
  useEffect(() => {
    // What is still empty here is the form's own to say.
    tell(issuesFrom((check?.fields ?? []).filter(({ code }) => code !== 'required')));
  }, [check, tell]);
}

function usePresentThings(values: DomainValues): readonly Remembered[] | null {
  const { parentId, ownerIds, stewardIds, teamId } = values;
  const references: Reference[] = [
    ...ownerIds.map((id): Reference => ({ path: 'ownerIds', kind: 'person', id })),
    ...stewardIds.map((id): Reference => ({ path: 'stewardIds', kind: 'person', id })),
  ];
  if (parentId !== null) {
    references.unshift({ path: 'parentId', kind: 'domain', id: parentId, takes: 'createSubdomain', rules: true });
  }
  if (teamId !== null) references.push({ path: 'teamId', kind: 'team', id: teamId });
  return usePresent(references, useDomainName(values));
}

function definition(self: PersonRef, parentId: string | null): WizardDefinition<DomainValues> {
  return {
    kind: 'domain-create',
    title: 'domain.create.title',
    steps: [
      {
        id: 'business',
        title: 'domain.create.business',
        question: 'domain.create.business.question',
        fields: ['name', 'purpose', 'kind', 'parentId'],
        Step: BusinessFields,
        Summary: BusinessSummary,
      },
      {
        id: 'people',
        title: 'domain.create.people',
        question: 'domain.create.people.question',
        fields: ['ownerIds', 'stewardIds', 'teamId'],
        Step: PeopleStep,
        Summary: PeopleSummary,
      },
      {
        id: 'rules',
        title: 'domain.create.rules',
        question: 'domain.create.rules.question',
        fields: ['defaultClassification', 'discoverability'],
        Step: RulesStep,
        Summary: RulesSummary,
      },
    ],
    initial: initialDomain(self, parentId),
    revive: (stored) => reviveDomain(stored, self),
    check: checkDomainValues,
    draftTitle: (values) => values.name.trim(),
    Card: LiveDomainCard,
    useRemote: useRemoteIssues,
    usePresent: usePresentThings,
    Plan: DomainPlan,
    fieldName: (path, _, text) => text(names[path] ?? 'domain.name'),
    finish: 'domain.create.finish',
  };
}

interface DomainCreateProps {
  /** Whoever is signed in; the owner unless another is picked. */
  self: PersonRef;
  /** The domain below which it begins, unless another is picked. */
  parentId?: string | undefined;
  place: WizardPlace;
  onPlace: (place: WizardPlace, how: { replace: boolean }) => void;
  onCreated: (domain: Domain) => void;
  onClose: () => void;
  onAnew: () => void;
}

/** The wizard that creates a domain. */
export function DomainCreate({ self, parentId = undefined, onCreated, ...page }: DomainCreateProps) {
  const queryClient = useQueryClient();
  const wizard = useMemo(() => definition(self, parentId ?? null), [self, parentId]);
  const intent = useRef(newIntent());
  return (
    <WizardPage
      wizard={wizard}
      {...page}
      onFinish={async (values, draftId) => {
        const input = domainInput(values);
        const domain = await actions.createDomain(input, { intent: intent.current }).catch((cause: unknown) => {
          // What is corrected after a refusal is another intent than what was refused.
          intent.current = newIntent();
          throw cause;
        });
        // The domain exists: a draft that can't be deleted now only stays in the list of drafts.
        if (draftId !== null) await actions.deleteDraft(draftId).catch(() => undefined);
        await queryClient.invalidateQueries({ queryKey: ['domain', 'list'] });
        onCreated(domain);
      }}
    />
  );
}
