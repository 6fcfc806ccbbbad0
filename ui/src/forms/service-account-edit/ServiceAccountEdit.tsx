import { useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import type { ServiceAccount } from '#/api/types';
import { type ComparedField, EditForm, type Read } from '#/components/edit/EditForm';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import { ServiceAccountFields, serviceAccountLabel } from './ServiceAccountFields';
import { checkServiceAccount, type ServiceAccountValues, serviceAccountInput, serviceAccountValues } from './values';

interface ServiceAccountEditProps {
  account: ServiceAccount;
  onSaved: (account: ServiceAccount) => void;
  onCancel: () => void;
}

function readOf(account: ServiceAccount): Read<ServiceAccountValues> {
  return { values: serviceAccountValues(account), revision: account.revision };
}

/** Edits a service account on one page. */
export function ServiceAccountEdit({ account, onSaved, onCancel }: ServiceAccountEditProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const compare = ({ name, purpose, role, ownerId }: ServiceAccountValues): ComparedField[] => [
    { path: 'name', label: text('service-account.name'), shown: name },
    { path: 'purpose', label: text('service-account.purpose'), shown: purpose },
    { path: 'role', label: text('service-account.role'), shown: text(`service-account.role.${role}`) },
    { path: 'ownerId', label: text('service-account.owner'), shown: ownerId?.name ?? '' },
  ];
  return (
    <EditForm<ServiceAccountValues>
      read={readOf(account)}
      check={checkServiceAccount}
      compare={compare}
      merge={(mine, theirs, side) => ({
        name: side('name') === 'mine' ? mine.name : theirs.name,
        purpose: side('purpose') === 'mine' ? mine.purpose : theirs.purpose,
        role: side('role') === 'mine' ? mine.role : theirs.role,
        ownerId: side('ownerId') === 'mine' ? mine.ownerId : theirs.ownerId,
      })}
      fieldName={(path) => text(serviceAccountLabel(path))}
      onSave={async (values, revision) => {
        const saved = await actions.updateServiceAccount(account.id, revision, serviceAccountInput(values));
        await queryClient.invalidateQueries({ queryKey: ['service-account'] });
        toastDone(text('service-account.saved', { name: saved.name }));
        onSaved(saved);
      }}
      readAgain={async () =>
        readOf(await queryClient.fetchQuery({ ...queries.serviceAccount(account.id), staleTime: 0 }))
      }
      onCancel={onCancel}
    >
      {(form) => <ServiceAccountFields form={form} choosesOwner={account.can.chooseOwner} />}
    </EditForm>
  );
}
