import type { Team, TeamInput } from '#/api/types';
import { checkName, checkPurpose, gather } from '#/components/form/checks';
import type { FieldIssues } from '#/components/form/formState';

export interface TeamValues {
  name: string;
  purpose: string;
  /** Ids, in the order in which they were picked. */
  members: readonly string[];
  /** Those of them who lead. */
  leads: readonly string[];
}

/** A new team begins with whoever makes it. */
export function initialTeam(self: string | null): TeamValues {
  const members = self === null ? [] : [self];
  return { name: '', purpose: '', members, leads: members };
}

export function teamValues({ name, purpose, members }: Team): TeamValues {
  return {
    name,
    purpose,
    members: members.map(({ person }) => person.id),
    leads: members.filter(({ lead }) => lead).map(({ person }) => person.id),
  };
}

export function checkTeam(values: TeamValues): FieldIssues {
  const nobody = values.members.length === 0;
  return gather({
    name: checkName(values.name),
    purpose: checkPurpose(values.purpose),
    members: nobody ? { code: 'required' } : values.leads.length === 0 ? { code: 'no_lead' } : undefined,
  });
}

export function teamInput({ name, purpose, members, leads }: TeamValues): TeamInput {
  return {
    name: name.trim(),
    purpose: purpose.trim(),
    members: members.map((personId) => ({ personId, lead: leads.includes(personId) })),
  };
}

/** Other members; whoever isn't one any more doesn't lead either. */
export function withMembers(values: TeamValues, members: readonly string[]): Pick<TeamValues, 'members' | 'leads'> {
  return { members, leads: values.leads.filter((id) => members.includes(id)) };
}
