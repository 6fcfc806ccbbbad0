import type { AuditFilter } from '#/api/audit';
import type { AuditAction, ThingKind } from '#/api/types';
import type { AuditSearch } from '#/paths';

/** Every action with the kind of thing it is done to, in the order in which they are offered. */
export const ACTIONS = {
  create_domain: 'domain',
  update_domain: 'domain',
  rename_domain: 'domain',
  move_domain: 'domain',
  retire_domain: 'domain',
  reopen_domain: 'domain',
  create_data_product: 'data-product',
  update_data_product: 'data-product',
  publish_version: 'data-product',
  put_back_version: 'data-product',
  move_data_product: 'data-product',
  hand_over_data_product: 'data-product',
  delete_data_product: 'data-product',
  start_publication: 'publication',
  resume_publication: 'publication',
  fail_publication: 'publication',
  cancel_publication: 'publication',
  create_person: 'person',
  update_person: 'person',
  replace_person: 'person',
  welcome_back: 'person',
  create_sign_in_link: 'person',
  set_password: 'person',
  sign_in: 'person',
  switch_persona: 'person',
  create_team: 'team',
  update_team: 'team',
  delete_team: 'team',
  create_service_account: 'service-account',
  update_service_account: 'service-account',
  end_service_account: 'service-account',
  create_access_token: 'access-token',
  delete_access_token: 'access-token',
  apply_plan: 'plan',
  undo_plan: 'plan',
  create_draft: 'draft',
  delete_draft: 'draft',
  export_audit: 'workspace',
  create_workspace: 'workspace',
  rename_workspace: 'workspace',
  set_publishing_policy: 'workspace',
  create_backup: 'workspace',
  save_backup: 'workspace',
  restore_workspace: 'workspace',
} as const satisfies Record<AuditAction, ThingKind>;

export const actionCodes = Object.keys(ACTIONS) as AuditAction[];

/** The beginning of a day where the reader is, `days` later; nothing if it is no day. */
function midnight(day: string | undefined, days = 0): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  if (year === undefined) return undefined;
  const moment = new Date(Number(year), Number(month) - 1, Number(date) + days);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const known = (id: string | undefined) => (id !== undefined && UUID.test(id) ? id : undefined);

/** What the page's address asks of the platform; what can't be read there is left out. */
export function filterOf({ person, action, thing, from, to }: AuditSearch): AuditFilter {
  const filter: Record<keyof AuditFilter, string | undefined> = {
    personId: known(person),
    action: actionCodes.find((code) => code === action),
    resourceId: known(thing),
    from: midnight(from),
    to: midnight(to, 1),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}
