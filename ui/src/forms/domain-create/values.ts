import type { DomainInput, DomainKind, PersonRef } from '#/api/types';
import { checkName, checkPurpose, gather } from '#/components/form/checks';
import type { FieldIssues } from '#/components/form/formState';
import { storedText } from '#/components/wizard/wizard';

export const domainKinds = ['source-aligned', 'aggregate', 'consumer-aligned'] as const satisfies DomainKind[];

export interface DomainValues {
  name: string;
  purpose: string;
  kind: DomainKind;
  ownerId: PersonRef | null;
}

export function initialDomain(owner: PersonRef | null): DomainValues {
  return { name: '', purpose: '', kind: 'source-aligned', ownerId: owner };
}

export function checkDomainValues(values: DomainValues): FieldIssues {
  return gather({
    name: checkName(values.name),
    purpose: checkPurpose(values.purpose),
    ownerId: values.ownerId === null ? { code: 'required' } : undefined,
  });
}

export function reviveDomain(stored: Readonly<Record<string, unknown>>, owner: PersonRef | null): DomainValues {
  const kind = domainKinds.find((known) => known === stored['kind']) ?? 'source-aligned';
  const person = stored['ownerId'] as Partial<PersonRef> | null | undefined;
  const ownerId =
    typeof person?.id === 'string' && typeof person.name === 'string' ? { id: person.id, name: person.name } : owner;
  return { name: storedText(stored, 'name'), purpose: storedText(stored, 'purpose'), kind, ownerId };
}

/** What the platform is asked for; null while no owner is chosen. */
export function domainInput({ name, purpose, kind, ownerId }: DomainValues): DomainInput | null {
  return ownerId === null ? null : { name: name.trim(), purpose: purpose.trim(), kind, ownerId: ownerId.id };
}
