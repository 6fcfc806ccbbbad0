import { IconCircleCheck, IconInfoCircle, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { auditQueries } from '#/api/audit';
import type { PolicyAction, PolicyRule } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { policyCondition, policySentence } from '#/components/policy/sentence';
import { ErrorPage } from '#/kit/ErrorPage';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import classes from './PoliciesPage.module.css';
import { PublishingPolicies } from './PublishingPolicies';

const GROUPS = [
  'catalogue',
  'domains',
  'products',
  'rows',
  'people',
  'teams',
  'serviceAccounts',
  'audit',
  'workspace',
  'limits',
] as const;
type GroupName = (typeof GROUPS)[number];

const ABOUT: Readonly<Record<PolicyAction, GroupName>> = {
  seeCatalog: 'catalogue',
  seeHidden: 'catalogue',
  createDomain: 'domains',
  editDomain: 'domains',
  createSubdomain: 'domains',
  createDataProduct: 'products',
  editDataProduct: 'products',
  publishDataProduct: 'products',
  readRows: 'rows',
  managePeople: 'people',
  createTeam: 'teams',
  editTeam: 'teams',
  createServiceAccount: 'serviceAccounts',
  manageServiceAccount: 'serviceAccounts',
  readAudit: 'audit',
  manageWorkspace: 'workspace',
};

function groupOf({ effect, actions: [first] }: PolicyRule): GroupName {
  return effect === 'forbid' || first === undefined ? 'limits' : ABOUT[first];
}

function Rule({ rule }: { rule: PolicyRule }) {
  const text = useText();
  const condition = policyCondition(text, rule.id);
  const permits = rule.effect === 'permit';
  return (
    <li className={classes.rule}>
      <div className={classes.head}>
        <span className={classes.sentence}>{policySentence(text, rule.id)}</span>
        <span className={classes.effect} data-permits={permits || undefined}>
          {permits ? <IconCircleCheck size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
          {text(permits ? 'policy.allows' : 'policy.forbids')}
        </span>
      </div>
      {condition !== null && (
        <p className={classes.when}>
          <span className={classes.whenName}>{text('policy.when')}</span> {condition}
        </p>
      )}
      <details className={classes.written}>
        <summary>{text('policy.written')}</summary>
        <p className={classes.when}>{text('policy.written.help')}</p>
        <pre className={classes.code}>
          <code>{rule.text}</code>
        </pre>
      </details>
    </li>
  );
}

/** The rules that decide who may do what, in words. */
export function PoliciesPage() {
  const text = useText();
  const policies = useQuery(auditQueries.policies());
  return (
    <Page width="read">
      <PageHead
        title={<PageTitle tab={text('policy.title')}>{text('policy.title')}</PageTitle>}
        lead={text('policy.lead')}
      />
      <PublishingPolicies />
      {policies.isError ? (
        <ErrorPage cause={policies.error} onRetry={() => void policies.refetch()} />
      ) : policies.data === undefined ? (
        <ListSkeleton label={text('policy.loading')} />
      ) : (
        GROUPS.map((group) => {
          const rules = policies.data.filter((rule) => groupOf(rule) === group);
          if (rules.length === 0) return null;
          return (
            <section key={group} aria-labelledby={`policies-${group}`}>
              <h2 className={classes.group} id={`policies-${group}`}>
                {text(`policy.group.${group}`)}
              </h2>
              {group === 'rows' && (
                <div className={classes.office}>
                  <IconInfoCircle size={20} aria-hidden />
                  <div>
                    <strong>{text('policy.office.title')}</strong>
                    <p>{text('policy.office.body')}</p>
                  </div>
                </div>
              )}
              <ul className={classes.rules}>
                {rules.map((rule) => (
                  <Rule key={rule.id} rule={rule} />
                ))}
              </ul>
            </section>
          );
        })
      )}
    </Page>
  );
}
