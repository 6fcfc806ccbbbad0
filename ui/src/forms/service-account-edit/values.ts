import type { PersonRef, ServiceAccount, ServiceAccountInput, ServiceRole } from '#/api/types';
import { checkName, checkPurpose, gather } from '#/components/form/checks';
import type { FieldIssues } from '#/components/form/formState';

export const serviceRoles = ['viewer', 'member'] as const satisfies ServiceRole[];

export interface ServiceAccountValues {
  name: string;
  purpose: string;
  role: ServiceRole;
  ownerId: PersonRef | null;
}

/** A new one looks around only, and answers to whoever makes it. */
export function initialServiceAccount(self: PersonRef): ServiceAccountValues {
  return { name: '', purpose: '', role: 'viewer', ownerId: self };
}

export function serviceAccountValues({ name, purpose, role, owner }: ServiceAccount): ServiceAccountValues {
  return { name, purpose, role: role ?? 'viewer', ownerId: owner };
}

export function checkServiceAccount(values: ServiceAccountValues): FieldIssues {
  return gather({
    name: checkName(values.name),
    purpose: checkPurpose(values.purpose),
    ownerId: values.ownerId === null ? { code: 'required' } : undefined,
  });
}

export function serviceAccountInput({ name, purpose, role, ownerId }: ServiceAccountValues): ServiceAccountInput {
  return { name: name.trim(), purpose: purpose.trim(), role, ownerId: ownerId?.id ?? null };
}
