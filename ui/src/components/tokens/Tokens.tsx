import { Button, Skeleton, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type UseQueryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem } from '#/api/problem';
import { failureOf } from '#/api/query';
import type { AccessToken, AccessTokenCreated } from '#/api/types';
import { formatDay } from '#/format/time';
import { Ago } from '#/kit/Ago';
import { Confirm } from '#/kit/Confirm';
import { Panel } from '#/kit/Panel';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useProblemText } from '#/kit/problemText';
import { toastDone, toastFailed } from '#/kit/toast';
import { Phrase, useText } from '#/messages';
import { CreateToken } from './CreateToken';
import classes from './Tokens.module.css';

interface TokensProps {
  /** Whom a program that holds one acts as. */
  lead: string;
  /** What stands where there are none. */
  none: string;
  tokens: UseQueryOptions<AccessToken[], Error, AccessToken[], string[]>;
  create: (input: { name: string; expiresInDays: number }) => Promise<AccessTokenCreated>;
  revoke: (id: string) => Promise<unknown>;
}

/** Keys with which programs act as a person or as a service account. */
export function Tokens({ lead, none, tokens: source, create, revoke: revokeToken }: TokensProps) {
  const text = useText();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const tokens = useQuery(source);
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<AccessToken | null>(null);

  const revoke = useMutation({
    mutationFn: (token: AccessToken) => revokeToken(token.id),
    onSuccess: (_, token) => {
      toastDone(text('settings.tokens.revoked', { name: token.name }));
      setRevoking(null);
      return queryClient.invalidateQueries({ queryKey: source.queryKey.slice(0, 1) });
    },
    onError: (cause) => {
      const { what, next } = problemText(asProblem(cause));
      toastFailed(next, what);
    },
  });

  return (
    <Panel
      id="tokens"
      title={text('settings.tokens')}
      lead={lead}
      actions={
        <Button
          variant="default"
          className={classes.create}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          {text('settings.tokens.create')}
        </Button>
      }
    >
      {failureOf(tokens) !== null ? (
        <ProblemAlert cause={tokens.error} onRetry={() => void tokens.refetch()} />
      ) : tokens.data === undefined ? (
        <Skeleton height={48} />
      ) : tokens.data.length === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <Table verticalSpacing={8} aria-labelledby="tokens">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text('settings.tokens.name')}</Table.Th>
              <Table.Th>{text('settings.tokens.lastUsed')}</Table.Th>
              <Table.Th>{text('settings.tokens.expires')}</Table.Th>
              <Table.Th>
                <span className={classes.unseen}>{text('settings.tokens.actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {tokens.data.map((token) => (
              <Table.Tr key={token.id}>
                <Table.Td className={classes.name}>
                  <bdi>{token.name}</bdi>
                </Table.Td>
                <Table.Td>
                  {token.lastUsedAt == null ? text('settings.tokens.neverUsed') : <Ago value={token.lastUsedAt} />}
                </Table.Td>
                <Table.Td>{formatDay(token.expiresAt)}</Table.Td>
                <Table.Td className={classes.actions}>
                  <Button
                    variant="subtle"
                    color="red"
                    size="compact-sm"
                    onClick={() => setRevoking(token)}
                    aria-label={text('settings.tokens.revokeThis', { name: token.name })}
                  >
                    {text('settings.tokens.revoke')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <CreateToken
        opened={creating}
        create={create}
        onCreated={() => queryClient.invalidateQueries({ queryKey: source.queryKey.slice(0, 1) })}
        onClose={() => setCreating(false)}
      />
      <Confirm
        opened={revoking !== null}
        title={<Phrase id="settings.tokens.revoke.title" values={{ name: <bdi>{revoking?.name}</bdi> }} />}
        body={text('settings.tokens.revoke.body')}
        action={text('settings.tokens.revoke')}
        pending={revoke.isPending}
        onConfirm={() => revoking !== null && revoke.mutate(revoking)}
        onCancel={() => setRevoking(null)}
      />
    </Panel>
  );
}
