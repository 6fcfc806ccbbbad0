import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { actions } from '#/api/actions';
import { asProblem } from '#/api/problem';
import { queries } from '#/api/query';
import type { ServiceAccount } from '#/api/types';
import { Found } from '#/components/things/Found';
import classes from '#/components/things/ThingPage.module.css';
import { Tokens } from '#/components/tokens/Tokens';
import { Ago } from '#/kit/Ago';
import { Confirm } from '#/kit/Confirm';
import { EmptyPage } from '#/kit/EmptyPage';
import { ButtonLink, TextLink } from '#/kit/links';
import { Fact, Facts, Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useProblemText } from '#/kit/problemText';
import { toastDone, toastFailed } from '#/kit/toast';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import { TokenState } from './TokenState';

export function ServiceAccountPage() {
  const text = useText();
  const { id } = useParams({ from: '/signed-in/framed/service-accounts/$id' });
  const account = useQuery(queries.serviceAccount(id));
  return (
    <Found
      asked={account}
      loading={text('service-account.page.loading')}
      elsewhere={
        <ButtonLink {...paths.serviceAccounts()} variant="default">
          {text('service-account.list.none.clear')}
        </ButtonLink>
      }
    >
      {(found) => <AccountView account={found} />}
    </Found>
  );
}

function AccountView({ account }: { account: ServiceAccount }) {
  const text = useText();
  const { id, name, purpose, owner, role, can } = account;
  return (
    <Page>
      <PageHead
        kind={text(account.endedAt == null ? 'service-account.page.kind' : 'service-account.page.kind.ended')}
        title={
          <PageTitle tab={name}>
            <bdi>{name}</bdi>
          </PageTitle>
        }
        lead={
          <span className={classes.purpose} dir="auto">
            {purpose}
          </span>
        }
        actions={
          can.manage && (
            <>
              <ButtonLink
                {...paths.serviceAccountEdit(id)}
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                {text('service-account.page.edit')}
              </ButtonLink>
              <EndAccount account={account} />
            </>
          )
        }
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <AccountTokens account={account} />
        </div>
        <aside className={classes.facts} aria-label={text('service-account.page.facts')}>
          <Facts>
            <Fact name={text('service-account.owner')}>
              <TextLink {...paths.person(owner.id)}>
                <bdi>{owner.name}</bdi>
              </TextLink>
            </Fact>
            <Fact name={text('service-account.role.short')}>
              {text(`service-account.role.${role ?? 'none'}`)}
              {role != null && (
                <div style={{ color: 'var(--sv-text-soft)' }}>{text(`service-account.role.${role}.body`)}</div>
              )}
            </Fact>
            <Fact name={text('service-account.tokens')}>
              <TokenState account={account} />
            </Fact>
            <Fact name={text('service-account.lastUsed')}>
              {account.lastUsedAt == null ? text('service-account.never') : <Ago value={account.lastUsedAt} />}
            </Fact>
            <Fact name={text('service-account.page.created')}>
              <Ago value={account.createdAt} />
            </Fact>
            {account.endedAt != null && (
              <Fact name={text('service-account.page.ended')}>
                <Ago value={account.endedAt} />
              </Fact>
            )}
          </Facts>
        </aside>
      </div>
    </Page>
  );
}

function AccountTokens({ account }: { account: ServiceAccount }) {
  const text = useText();
  if (account.can.manage) {
    return (
      <Tokens
        lead={text('service-account.tokens.lead', { name: account.name })}
        none={text('service-account.tokens.none')}
        tokens={queries.serviceAccountTokens(account.id)}
        create={(input) => actions.createServiceAccountToken(account.id, input)}
        revoke={(token) => actions.deleteServiceAccountToken(account.id, token)}
      />
    );
  }
  return (
    <EmptyPage
      compact
      kind="closed"
      title={text(account.endedAt == null ? 'service-account.tokens.closed.title' : 'service-account.ended.title')}
    >
      {account.endedAt == null
        ? text('service-account.tokens.closed.body', { owner: account.owner.name })
        : text('service-account.ended.body')}
    </EmptyPage>
  );
}

/** Ends a service account for good. */
function EndAccount({ account }: { account: ServiceAccount }) {
  const text = useText();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: () => actions.endServiceAccount(account.id),
    onSuccess: async () => {
      setAsking(false);
      toastDone(text('service-account.end.done', { name: account.name }));
      await queryClient.invalidateQueries({ queryKey: ['service-account'] });
    },
    onError: (cause) => {
      setAsking(false);
      const { what, kept, next } = problemText(asProblem(cause));
      toastFailed(`${kept} ${next}`, what);
    },
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={text('service-account.page.more')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {text('service-account.end')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        title={<Phrase id="service-account.end.title" values={{ name: <bdi key="name">{account.name}</bdi> }} />}
        body={text('service-account.end.body', { count: account.tokenCount })}
        action={text('service-account.end')}
        pending={end.isPending}
        onConfirm={() => end.mutate()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
