import { useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import type { Domain } from '#/api/types';
import { type ComparedField, EditForm, type Read } from '#/components/edit/EditForm';
import { BusinessFields, OwnerField } from '#/forms/domain-create/steps';
import { checkDomainValues, type DomainValues, domainInput } from '#/forms/domain-create/values';
import { toastDone } from '#/kit/toast';
import { type MessageId, useText } from '#/messages';

function readOf(domain: Domain): Read<DomainValues> {
  const { name, purpose, kind, owner, revision } = domain;
  return { values: { name, purpose, kind, ownerId: owner }, revision };
}

const labels = {
  name: 'domain.name',
  purpose: 'domain.purpose',
  kind: 'domain.kind',
  ownerId: 'domain.owner',
} as const satisfies Record<keyof DomainValues, MessageId>;

interface DomainEditProps {
  domain: Domain;
  onSaved: (domain: Domain) => void;
  onCancel: () => void;
}

/** Edits a domain on one page, with the fields of the wizard that created it. */
export function DomainEdit({ domain, onSaved, onCancel }: DomainEditProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const compare = ({ name, purpose, kind, ownerId }: DomainValues): ComparedField[] => [
    { path: 'name', label: text(labels.name), shown: name },
    { path: 'purpose', label: text(labels.purpose), shown: purpose },
    { path: 'kind', label: text(labels.kind), shown: text(`domain.kind.${kind}.title`) },
    { path: 'ownerId', label: text(labels.ownerId), shown: ownerId?.name ?? '' },
  ];
  return (
    <EditForm<DomainValues>
      read={readOf(domain)}
      check={checkDomainValues}
      compare={compare}
      merge={(mine, theirs, side) => ({
        name: side('name') === 'mine' ? mine.name : theirs.name,
        purpose: side('purpose') === 'mine' ? mine.purpose : theirs.purpose,
        kind: side('kind') === 'mine' ? mine.kind : theirs.kind,
        ownerId: side('ownerId') === 'mine' ? mine.ownerId : theirs.ownerId,
      })}
      fieldName={(path) => text(path in labels ? labels[path as keyof typeof labels] : 'domain.name')}
      onSave={async (values, revision) => {
        const input = domainInput(values);
        if (input === null) return;
        const saved = await actions.updateDomain(domain.id, revision, input);
        await queryClient.invalidateQueries({ queryKey: ['domain'] });
        toastDone(text('domain.edit.saved', { name: saved.name }));
        onSaved(saved);
      }}
      readAgain={async () => readOf(await queryClient.fetchQuery({ ...queries.domain(domain.id), staleTime: 0 }))}
      onCancel={onCancel}
    >
      {(form) => (
        <>
          <BusinessFields form={form} />
          <OwnerField form={form} />
        </>
      )}
    </EditForm>
  );
}
