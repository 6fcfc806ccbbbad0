import { Modal, Skeleton } from '@mantine/core';
import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { auditQueries } from '#/api/audit';
import type { ExplainedDecision, ThingKind } from '#/api/types';
import { ErrorPage } from '#/kit/ErrorPage';
import { TextLink } from '#/kit/links';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './Policy.module.css';
import { policySentence } from './sentence';

const names = new Intl.ListFormat('en', { type: 'disjunction' });

function Reason({ allowed, policies, who }: ExplainedDecision) {
  const text = useText();
  return (
    <>
      {policies.map((policy) => (
        <p key={policy}>{policySentence(text, policy)}</p>
      ))}
      {!allowed && policies.length === 0 && <p>{text('policy.why.default')}</p>}
      {!allowed && (
        <p>{text('policy.why.help', { count: who.length, names: names.format(who.map(({ name }) => name)) })}</p>
      )}
    </>
  );
}

interface PartProps {
  title: string;
  nothing: string;
  decisions: readonly ExplainedDecision[];
}

function Part({ title, nothing, decisions }: PartProps) {
  const text = useText();
  return (
    <section className={classes.part}>
      <h3 className={classes.partTitle}>{title}</h3>
      {decisions.length === 0 && <p className={classes.soft}>{nothing}</p>}
      <ul className={classes.decisions}>
        {decisions.map((decision) => (
          <li key={decision.action} className={classes.decision} data-allowed={decision.allowed || undefined}>
            {decision.allowed ? <IconCircleCheck size={20} aria-hidden /> : <IconLock size={20} aria-hidden />}
            <div>
              <span className={classes.action}>{text(`policy.action.${decision.action}`)}</span>
              <Reason {...decision} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WhyMayProps {
  opened: boolean;
  onClose: () => void;
  kind: ThingKind;
  id: string;
  /** What the thing is called. */
  name: string;
}

/** What one may and may not do with a thing, why, and who can help. */
export function WhyMay({ opened, onClose, kind, id, name }: WhyMayProps) {
  const text = useText();
  const decisions = useQuery({ ...auditQueries.decisions(kind, id), enabled: opened });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={<Phrase id="policy.why.title" values={{ name: <bdi key="name">{name}</bdi> }} />}
      closeButtonProps={{ 'aria-label': text('kit.close') }}
    >
      {decisions.isError ? (
        <ErrorPage cause={decisions.error} compact level={3} onRetry={() => void decisions.refetch()} />
      ) : decisions.data === undefined ? (
        <div role="status" aria-label={text('policy.why.loading')}>
          <Skeleton height={20} width="40%" mb={12} />
          <Skeleton height={64} mb={12} />
          <Skeleton height={64} />
        </div>
      ) : (
        <div className={classes.why}>
          <Part
            title={text('policy.why.may')}
            nothing={text('policy.why.nothing')}
            decisions={decisions.data.filter(({ allowed }) => allowed)}
          />
          {decisions.data.some(({ allowed }) => !allowed) ? (
            <Part
              title={text('policy.why.mayNot')}
              nothing=""
              decisions={decisions.data.filter(({ allowed }) => !allowed)}
            />
          ) : (
            <p className={classes.soft}>{text('policy.why.all')}</p>
          )}
          <TextLink {...paths.policies()}>{text('policy.why.rules')}</TextLink>
        </div>
      )}
    </Modal>
  );
}
