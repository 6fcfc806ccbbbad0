import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { failureOf, queries } from '#/api/query';
import type { PublishingPolicy, PublishingPolicyEdit } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { formatDay } from '#/format/time';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import classes from './PoliciesPage.module.css';

const SEVERITIES = ['off', 'warning', 'blocking'] as const;

/** What is asked of each data product before it is published; administrators set how strictly. */
export function PublishingPolicies() {
  const text = useText();
  const queryClient = useQueryClient();
  const policies = useQuery(queries.publishingPolicies());
  const session = useQuery(queries.session());
  const maySet = session.data?.can.manageWorkspace === true;
  const set = useMutation({
    mutationFn: ({ code, ...edit }: PublishingPolicyEdit & Pick<PublishingPolicy, 'code'>) =>
      actions.setPublishingPolicy(code, edit),
    onSuccess: async () => {
      toastDone(text('publishingPolicy.saved'));
      await queryClient.invalidateQueries({ queryKey: ['publishing-policy'] });
    },
  });
  return (
    <section aria-labelledby="policies-publishing">
      <h2 className={classes.group} id="policies-publishing">
        {text('publishingPolicy.group')}
      </h2>
      <p className={classes.when}>{text('publishingPolicy.group.lead')}</p>
      {failureOf(policies) !== null ? (
        <ProblemAlert cause={policies.error} onRetry={() => void policies.refetch()} />
      ) : policies.data === undefined ? (
        <ListSkeleton label={text('policy.loading')} rows={4} />
      ) : (
        <ul className={classes.rules}>
          {policies.data.map((policy) => (
            <Policy
              key={policy.code}
              policy={policy}
              maySet={maySet}
              onSet={(edit) => set.mutate({ code: policy.code, ...edit })}
            />
          ))}
        </ul>
      )}
      {set.error !== null && <ProblemAlert cause={set.error} />}
    </section>
  );
}

interface PolicyProps {
  policy: PublishingPolicy;
  maySet: boolean;
  onSet: (edit: PublishingPolicyEdit) => void;
}

function Policy({ policy, maySet, onSet }: PolicyProps) {
  const text = useText();
  const { code, severity, blocksFrom } = policy;
  const asks = text(`publishingPolicy.asks.${code}`);
  return (
    <li className={classes.rule}>
      <div className={classes.head}>
        <span className={classes.sentence}>{asks}</span>
        {maySet ? (
          <span className={classes.setting}>
            <NativeSelect
              aria-label={text('publishingPolicy.severity', { asks })}
              value={severity}
              onChange={({ currentTarget }) =>
                onSet({ severity: SEVERITIES.find((each) => each === currentTarget.value) ?? severity, blocksFrom })
              }
              data={SEVERITIES.map((value) => ({ value, label: text(`publishingPolicy.severity.${value}`) }))}
            />
            {severity === 'blocking' && (
              <>
                <span aria-hidden>{text('publishingPolicy.from.short')}</span>
                <TextInput
                  type="date"
                  aria-label={text('publishingPolicy.from', { asks })}
                  value={blocksFrom ?? ''}
                  onChange={({ currentTarget }) => onSet({ severity, blocksFrom: currentTarget.value || null })}
                />
              </>
            )}
          </span>
        ) : (
          <span className={classes.when}>
            {text(`publishingPolicy.severity.${severity}`)}
            {blocksFrom != null && ` ${text('publishingPolicy.fromDay', { day: formatDay(blocksFrom) })}`}
          </span>
        )}
      </div>
    </li>
  );
}
