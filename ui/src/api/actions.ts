import { client, ifMatch, newIntent, unwrap } from './client';
import { rememberStarted } from './started';
import type {
  AppliedPlan,
  DataProductCheckInput,
  DataProductInput,
  Domain,
  DomainCheck,
  DomainEditInput,
  DomainInput,
  DraftKind,
  Persona,
  Plan,
  PlanInput,
  Publication,
  PublicationInput,
  PublicationPlan,
  PublishingPolicyCode,
  PublishingPolicyEdit,
  Role,
  ServiceAccountInput,
  Team,
  TeamCheck,
  TeamInput,
} from './types';

interface Intent {
  /** See `newIntent`; without one each call is an intent of its own. */
  intent?: string;
}

const idempotent = ({ intent = newIntent() }: Intent) => ({ 'Idempotency-Key': intent });

/** What a wizard keeps; its values are the wizard's own business. */
interface DraftContent {
  title: string;
  step: string;
  values: object;
}

/** The generated type of a free-form object has no properties at all. */
function stored<D extends DraftContent>(draft: D): D & { values: Record<string, never> } {
  return draft as D & { values: Record<string, never> };
}

/** Every change the screen can ask for. Each answers the changed thing or throws a ProblemError. */
export const actions = {
  signIn: (body: { email: string; password: string }) => unwrap(client.POST('/api/v1/session', { body })),
  signOut: () => unwrap(client.DELETE('/api/v1/session')),
  switchPersona: (persona: Persona) => unwrap(client.POST('/api/v1/session/persona', { body: { persona } })),

  renameWorkspace: (name: string) => unwrap(client.PUT('/api/v1/workspace', { body: { name } })),
  beginBackup: (passphrase: string) => unwrap(client.POST('/api/v1/workspace/backups', { body: { passphrase } })),
  forgetBackup: (id: string) => unwrap(client.DELETE('/api/v1/workspace/backups/{id}', { params: { path: { id } } })),

  redeemSetUpLink: (code: string) => unwrap(client.POST('/api/v1/set-up/redeem', { body: { code } })),
  completeSetUp: (body: { name: string; email: string; password: string }) =>
    unwrap(client.POST('/api/v1/set-up/complete', { body })),

  createPerson: (body: { name: string; email: string; role: Role | null }, intent: Intent = {}) =>
    unwrap(client.POST('/api/v1/people', { body, params: { header: idempotent(intent) } })),
  updatePerson: (id: string, revision: number, body: { name: string; role: Role | null }) =>
    unwrap(
      client.PUT('/api/v1/people/{id}', { body, params: { path: { id }, header: { 'If-Match': ifMatch(revision) } } }),
    ),
  createSignInLink: (id: string) =>
    unwrap(client.POST('/api/v1/people/{id}/sign-in-link', { params: { path: { id } } })),

  createTeam: (body: TeamInput, intent: Intent = {}): Promise<Team> =>
    unwrap(client.POST('/api/v1/teams', { body, params: { header: idempotent(intent) } })) as Promise<Team>,
  checkTeam: (body: TeamInput, signal?: AbortSignal): Promise<TeamCheck> =>
    unwrap(client.POST('/api/v1/teams', { body, signal, params: { query: { dryRun: true } } })) as Promise<TeamCheck>,
  updateTeam: (id: string, revision: number, body: TeamInput) =>
    unwrap(
      client.PUT('/api/v1/teams/{id}', { body, params: { path: { id }, header: { 'If-Match': ifMatch(revision) } } }),
    ),
  deleteTeam: (id: string, revision: number) =>
    unwrap(
      client.DELETE('/api/v1/teams/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch(revision) } } }),
    ),

  createServiceAccount: (body: ServiceAccountInput, intent: Intent = {}) =>
    unwrap(client.POST('/api/v1/service-accounts', { body, params: { header: idempotent(intent) } })),
  updateServiceAccount: (id: string, revision: number, body: ServiceAccountInput) =>
    unwrap(
      client.PUT('/api/v1/service-accounts/{id}', {
        body,
        params: { path: { id }, header: { 'If-Match': ifMatch(revision) } },
      }),
    ),
  endServiceAccount: (id: string) =>
    unwrap(client.DELETE('/api/v1/service-accounts/{id}', { params: { path: { id } } })),
  createServiceAccountToken: (id: string, body: { name: string; expiresInDays: number }) =>
    unwrap(client.POST('/api/v1/service-accounts/{id}/access-tokens', { body, params: { path: { id } } })),
  deleteServiceAccountToken: (id: string, tokenId: string) =>
    unwrap(
      client.DELETE('/api/v1/service-accounts/{id}/access-tokens/{tokenId}', { params: { path: { id, tokenId } } }),
    ),

  createAccessToken: (body: { name: string; expiresInDays: number }) =>
    unwrap(client.POST('/api/v1/access-tokens', { body })),
  deleteAccessToken: (id: string) => unwrap(client.DELETE('/api/v1/access-tokens/{id}', { params: { path: { id } } })),

  createDomain: (body: DomainInput, intent: Intent = {}): Promise<Domain> =>
    unwrap(client.POST('/api/v1/domains', { body, params: { header: idempotent(intent) } })) as Promise<Domain>,
  checkDomain: (body: DomainInput, signal?: AbortSignal): Promise<DomainCheck> =>
    unwrap(
      client.POST('/api/v1/domains', { body, signal, params: { query: { dryRun: true } } }),
    ) as Promise<DomainCheck>,
  updateDomain: (id: string, revision: number, body: DomainEditInput) =>
    unwrap(
      client.PUT('/api/v1/domains/{id}', { body, params: { path: { id }, header: { 'If-Match': ifMatch(revision) } } }),
    ),

  lookAtPlan: (plan: PlanInput, signal?: AbortSignal): Promise<Plan> =>
    unwrap(
      client.POST('/api/v1/plans', { body: { plan }, signal, params: { query: { dryRun: true } } }),
    ) as Promise<Plan>,
  applyPlan: (plan: PlanInput, basis: string, intent: Intent = {}): Promise<AppliedPlan> =>
    unwrap(
      client.POST('/api/v1/plans', { body: { plan, basis }, params: { header: idempotent(intent) } }),
    ) as Promise<AppliedPlan>,
  undoPlan: (id: string) => unwrap(client.POST('/api/v1/plans/{id}/undo', { params: { path: { id } } })),

  checkDataProduct: (body: DataProductCheckInput, signal?: AbortSignal) =>
    unwrap(client.POST('/api/v1/data-products/check', { body, signal })),
  updateDataProduct: (id: string, revision: number, body: DataProductInput) =>
    unwrap(
      client.PUT('/api/v1/data-products/{id}', {
        body,
        params: { path: { id }, header: { 'If-Match': ifMatch(revision) } },
      }),
    ),

  startPublication: async (body: PublicationInput, intent: Intent = {}): Promise<Publication> => {
    const answer = unwrap(client.POST('/api/v1/publications', { body, params: { header: idempotent(intent) } }));
    const publication = (await answer) as Publication;
    rememberStarted(publication.id);
    return publication;
  },
  planPublication: (body: PublicationInput, signal?: AbortSignal): Promise<PublicationPlan> =>
    unwrap(
      client.POST('/api/v1/publications', { body, signal, params: { query: { dryRun: true } } }),
    ) as Promise<PublicationPlan>,
  planPutBack: (id: string, number: number, signal?: AbortSignal): Promise<PublicationPlan> =>
    unwrap(
      client.POST('/api/v1/data-products/{id}/versions/{number}/put-back', {
        signal,
        params: { path: { id, number }, query: { dryRun: true } },
      }),
    ) as Promise<PublicationPlan>,
  putBackVersion: async (id: string, number: number, intent: Intent = {}): Promise<Publication> => {
    const answer = unwrap(
      client.POST('/api/v1/data-products/{id}/versions/{number}/put-back', {
        params: { path: { id, number }, header: idempotent(intent) },
      }),
    );
    const publication = (await answer) as Publication;
    rememberStarted(publication.id);
    return publication;
  },
  setPublishingPolicy: (code: PublishingPolicyCode, body: PublishingPolicyEdit) =>
    unwrap(client.PUT('/api/v1/publishing-policies/{code}', { params: { path: { code } }, body })),
  /** Takes a failed publication up again; `rulesWarn` lets rules that rows break only warn from now on. */
  resumePublication: async (id: string, rulesWarn = false) => {
    const publication = await unwrap(
      client.POST('/api/v1/publications/{id}/resume', { params: { path: { id }, query: { rulesWarn } } }),
    );
    rememberStarted(publication.id);
    return publication;
  },
  cancelPublication: (id: string) =>
    unwrap(client.POST('/api/v1/publications/{id}/cancel', { params: { path: { id } } })),

  readNotification: (id: string) =>
    unwrap(client.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } })),
  /** Those that came after `upTo` stay unread: nobody has seen them yet. */
  readNotifications: (upTo?: string) => unwrap(client.POST('/api/v1/notifications/read', { body: { upTo } })),

  deleteUpload: (id: string) => unwrap(client.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } })),

  createDraft: (body: DraftContent & { kind: DraftKind }, intent: Intent = {}) =>
    unwrap(client.POST('/api/v1/drafts', { body: stored(body), params: { header: idempotent(intent) } })),
  updateDraft: (id: string, revision: number, body: DraftContent, signal?: AbortSignal) =>
    unwrap(
      client.PUT('/api/v1/drafts/{id}', {
        body: stored(body),
        signal,
        params: { path: { id }, header: { 'If-Match': ifMatch(revision) } },
      }),
    ),
  stopJob: (id: string) => unwrap(client.POST('/api/v1/jobs/{id}/stop', { params: { path: { id } } })),

  deleteDraft: (id: string) => unwrap(client.DELETE('/api/v1/drafts/{id}', { params: { path: { id } } })),
};
