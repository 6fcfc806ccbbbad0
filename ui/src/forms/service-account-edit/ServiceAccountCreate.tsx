import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { actions } from '#/api/actions';
import { newIntent } from '#/api/client';
import type { PersonRef, ServiceAccount } from '#/api/types';
import { EditForm } from '#/components/edit/EditForm';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import { ServiceAccountFields, serviceAccountLabel } from './ServiceAccountFields';
import { checkServiceAccount, initialServiceAccount, type ServiceAccountValues, serviceAccountInput } from './values';

interface ServiceAccountCreateProps {
  self: PersonRef;
  choosesOwner: boolean;
  onCreated: (account: ServiceAccount) => void;
  onCancel: () => void;
}

/** Makes a service account on one page; its tokens are made on its own. */
export function ServiceAccountCreate({ self, choosesOwner, onCreated, onCancel }: ServiceAccountCreateProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const intent = useRef(newIntent());
  return (
    <EditForm<ServiceAccountValues>
      read={{ values: initialServiceAccount(self), revision: 0 }}
      check={checkServiceAccount}
      // Nobody else can have changed what isn't there yet.
      compare={() => []}
      merge={(mine) => mine}
      readAgain={() => Promise.reject(new Error('a new service account has no other version'))}
      fieldName={(path) => text(serviceAccountLabel(path))}
      saveLabel={text('service-account.create')}
      onCancel={onCancel}
      onSave={async (values) => {
        const account = await actions
          .createServiceAccount(serviceAccountInput(values), { intent: intent.current })
          .catch((cause: unknown) => {
            // What is corrected after a refusal is another intent than what was refused.
            intent.current = newIntent();
            throw cause;
          });
        await queryClient.invalidateQueries({ queryKey: ['service-account', 'list'] });
        toastDone(text('service-account.created', { name: account.name }));
        onCreated(account);
      }}
    >
      {(form) => <ServiceAccountFields form={form} choosesOwner={choosesOwner} />}
    </EditForm>
  );
}
