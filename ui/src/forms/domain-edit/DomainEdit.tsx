import { useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import type { Domain } from '#/api/types';
import { type ComparedField, EditForm, type Read } from '#/components/edit/EditForm';
import { useNamed } from '#/components/things/useNamed';
import { HouseRules } from '#/forms/domain-create/HouseRules';
import { PeopleFields, PurposeFields } from '#/forms/domain-create/steps';
import { checkDomainWords, type DomainWords, domainWords } from '#/forms/domain-create/values';
import { toastDone } from '#/kit/toast';
import { type MessageId, useText } from '#/messages';

function readOf(domain: Domain): Read<DomainWords> {
  const { purpose, kind, owners, stewards, team, defaultClassification, discoverability, revision } = domain;
  return {
    values: {
      purpose,
      kind,
      ownerIds: owners.map(({ id }) => id),
      stewardIds: stewards.map(({ id }) => id),
      teamId: team?.id ?? null,
      defaultClassification,
      discoverability,
    },
    revision,
  };
}

const labels = {
  purpose: 'domain.purpose',
  kind: 'domain.kind',
  ownerIds: 'domain.owners',
  stewardIds: 'domain.stewards',
  teamId: 'domain.team',
  defaultClassification: 'domain.classification',
  discoverability: 'domain.audience',
} as const satisfies Record<keyof DomainWords, MessageId>;
const fields = Object.keys(labels) as (keyof DomainWords)[];

interface DomainEditProps {
  domain: Domain;
  onSaved: (domain: Domain) => void;
  onCancel: () => void;
}

/** Edits a domain on one page, with the fields of the wizard that created it. */
export function DomainEdit({ domain, onSaved, onCancel }: DomainEditProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const { people, team } = useNamed();
  const shown: { [K in keyof DomainWords]: (value: DomainWords[K]) => string } = {
    purpose: (value) => value,
    kind: (value) => text(`domain.kind.${value}.title`),
    ownerIds: people,
    stewardIds: people,
    teamId: (value) => (value === null ? text('domain.noTeam') : team(value)),
    defaultClassification: (value) => text(`domain.classification.${value}.title`),
    discoverability: (value) => text(`domain.audience.${value}.title`),
  };
  const compareOne = <K extends keyof DomainWords>(values: DomainWords, path: K): ComparedField => ({
    path,
    label: text(labels[path]),
    shown: shown[path](values[path]),
  });
  return (
    <EditForm<DomainWords>
      read={readOf(domain)}
      check={checkDomainWords}
      compare={(values) => fields.map((field) => compareOne(values, field))}
      merge={(mine, theirs, side) =>
        Object.fromEntries(
          fields.map((field) => [field, side(field) === 'mine' ? mine[field] : theirs[field]]),
        ) as unknown as DomainWords
      }
      fieldName={(path) => text(path in labels ? labels[path as keyof typeof labels] : 'domain.purpose')}
      onSave={async (values, revision) => {
        const saved = await actions.updateDomain(domain.id, revision, domainWords(values));
        await queryClient.invalidateQueries({ queryKey: ['domain'] });
        toastDone(text('domain.edit.saved', { name: saved.name }));
        onSaved(saved);
      }}
      readAgain={async () => readOf(await queryClient.fetchQuery({ ...queries.domain(domain.id), staleTime: 0 }))}
      onCancel={onCancel}
    >
      {(form) => (
        <>
          <PurposeFields form={form} />
          <PeopleFields form={form} inherited={domain.inherited} />
          <HouseRules form={form} inherited={domain.inheritedRules} />
        </>
      )}
    </EditForm>
  );
}
