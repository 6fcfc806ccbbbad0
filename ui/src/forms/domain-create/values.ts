import type { Classification, Discoverability, DomainEditInput, DomainInput, DomainKind, PersonRef } from '#/api/types';
import { checkName, checkPurpose, gather } from '#/components/form/checks';
import type { FieldIssues } from '#/components/form/formState';
import { audiences, classifications } from '#/components/things/houseRules';
import { storedText } from '#/components/wizard/wizard';

export const domainKinds = ['source-aligned', 'aggregate', 'consumer-aligned'] as const satisfies DomainKind[];

/** What of a domain is changed on its edit page; name and place have plans of their own. */
export interface DomainWords {
  purpose: string;
  kind: DomainKind;
  ownerIds: readonly string[];
  stewardIds: readonly string[];
  teamId: string | null;
  defaultClassification: Classification;
  discoverability: Discoverability;
}

export interface DomainValues extends DomainWords {
  name: string;
  parentId: string | null;
}

export function initialDomain(owner: PersonRef, parentId: string | null = null): DomainValues {
  return {
    name: '',
    purpose: '',
    kind: 'source-aligned',
    parentId,
    ownerIds: [owner.id],
    stewardIds: [],
    teamId: null,
    defaultClassification: 'internal',
    discoverability: 'everyone',
  };
}

export function checkDomainWords(values: DomainWords): FieldIssues {
  return gather({
    purpose: checkPurpose(values.purpose),
    ownerIds: values.ownerIds.length === 0 ? { code: 'required' } : undefined,
  });
}

export function checkDomainValues(values: DomainValues): FieldIssues {
  return { ...gather({ name: checkName(values.name) }), ...checkDomainWords(values) };
}

function storedIds(stored: Readonly<Record<string, unknown>>, key: string): string[] | null {
  const ids = stored[key];
  return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? ids : null;
}

function storedId(stored: Readonly<Record<string, unknown>>, key: string): string | null {
  const id = stored[key];
  return typeof id === 'string' && id !== '' ? id : null;
}

export function reviveDomain(stored: Readonly<Record<string, unknown>>, owner: PersonRef): DomainValues {
  const known = initialDomain(owner);
  return {
    name: storedText(stored, 'name'),
    purpose: storedText(stored, 'purpose'),
    kind: domainKinds.find((kind) => kind === stored['kind']) ?? known.kind,
    parentId: storedId(stored, 'parentId'),
    ownerIds: storedIds(stored, 'ownerIds') ?? known.ownerIds,
    stewardIds: storedIds(stored, 'stewardIds') ?? [],
    teamId: storedId(stored, 'teamId'),
    defaultClassification:
      classifications.find((each) => each === stored['defaultClassification']) ?? known.defaultClassification,
    discoverability: audiences.find((each) => each === stored['discoverability']) ?? known.discoverability,
  };
}

/** What the platform is told of a domain that is changed. */
export function domainWords(values: DomainWords): DomainEditInput {
  const { purpose, kind, ownerIds, stewardIds, teamId, defaultClassification, discoverability } = values;
  return {
    purpose: purpose.trim(),
    kind,
    ownerIds: [...ownerIds],
    stewardIds: [...stewardIds],
    teamId,
    defaultClassification,
    discoverability,
  };
}

/** What the platform is asked for. */
export function domainInput(values: DomainValues): DomainInput {
  return { name: values.name.trim(), parentId: values.parentId, ...domainWords(values) };
}
