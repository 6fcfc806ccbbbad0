import { ChoiceCards } from '#/components/form/ChoiceCards';
import { NAME_MAX, PURPOSE_MAX } from '#/components/form/checks';
import type { Form } from '#/components/form/formState';
import { PersonPicker } from '#/components/form/PersonPicker';
import { TextField } from '#/components/form/TextField';
import { type MessageId, useText } from '#/messages';
import { type ServiceAccountValues, serviceRoles } from './values';

const labels: Readonly<Record<string, MessageId>> = {
  name: 'service-account.name',
  purpose: 'service-account.purpose',
  role: 'service-account.role',
  ownerId: 'service-account.owner',
};

/** How a service account's field is called. */
export function serviceAccountLabel(path: string): MessageId {
  return labels[path] ?? 'service-account.name';
}

interface ServiceAccountFieldsProps {
  form: Form<ServiceAccountValues>;
  /** Whether another owner may be named. */
  choosesOwner: boolean;
}

/** Name, purpose, what it may do and who answers for it. */
export function ServiceAccountFields({ form, choosesOwner }: ServiceAccountFieldsProps) {
  const text = useText();
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={text('service-account.name')}
        help={text('service-account.name.help')}
        max={NAME_MAX}
      />
      <TextField
        form={form}
        name="purpose"
        label={text('service-account.purpose')}
        help={text('service-account.purpose.help')}
        max={PURPOSE_MAX}
        lines={2}
      />
      <ChoiceCards
        path="role"
        label={text('service-account.role')}
        help={text('service-account.role.help')}
        value={form.values.role}
        onChoose={(role) => form.set('role', role)}
        choices={serviceRoles.map((role) => ({
          value: role,
          title: text(`service-account.role.${role}`),
          body: text(`service-account.role.${role}.body`),
        }))}
      />
      {choosesOwner && (
        <PersonPicker
          path="ownerId"
          label={text('service-account.owner')}
          help={text('service-account.owner.help')}
          value={form.values.ownerId}
          onPick={(person) => form.set('ownerId', person)}
          issue={form.shown('ownerId')}
        />
      )}
    </>
  );
}
