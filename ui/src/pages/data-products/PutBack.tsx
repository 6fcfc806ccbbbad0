import { Button, Group, Modal, Skeleton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { actions } from '#/api/actions';
import { newIntent } from '#/api/client';
import type { DataProduct } from '#/api/types';
import { PlanSentenceText } from '#/components/publication/PublicationPlanView';
import list from '#/components/wizard/PlanList.module.css';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';

interface PutBackProps {
  product: DataProduct;
  /** The earlier version. */
  number: number;
}

/** Makes an earlier version the current one again, after saying what that does. */
export function PutBack({ product, number }: PutBackProps) {
  const text = useText();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        aria-label={text('versions.putBack.of', { number })}
        onClick={() => setAsking(true)}
      >
        {text('versions.putBack')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={text('versions.putBack.title', { number })}
        withCloseButton={false}
        size="lg"
      >
        <Plan product={product} number={number} onCancel={() => setAsking(false)} />
      </Modal>
    </>
  );
}

function Plan({ product, number, onCancel }: PutBackProps & { onCancel: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const intent = useRef(newIntent());
  const plan = useQuery({
    queryKey: ['put-back-plan', product.id, number, product.revision],
    queryFn: ({ signal }) => actions.planPutBack(product.id, number, signal),
    staleTime: 0,
    retry: false,
  });
  const begin = useMutation({
    mutationFn: () => actions.putBackVersion(product.id, number, { intent: intent.current }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: ['data-product'] });
      await navigate({ to: '/data-products/$slug/publish', params: { slug: product.slug }, search: { done: id } });
    },
    onError: () => {
      intent.current = newIntent();
    },
  });
  return (
    <>
      <p style={{ marginTop: 0, color: 'var(--sv-text-soft)' }}>{text('versions.putBack.lead')}</p>
      {plan.isError ? (
        <ProblemAlert cause={plan.error} onRetry={() => void plan.refetch()} />
      ) : plan.data ? (
        <ol className={list.plan}>
          {plan.data.sentences.map((sentence) => (
            <li key={`${sentence.code}-${sentence.params['column'] ?? ''}`}>
              <PlanSentenceText {...sentence} />
            </li>
          ))}
        </ol>
      ) : (
        <div role="status" aria-label={text('versions.putBack.planning')}>
          <Skeleton height={96} radius="md" />
        </div>
      )}
      {begin.isError && <ProblemAlert cause={begin.error} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onCancel} data-autofocus>
          {text('kit.cancel')}
        </Button>
        <Button loading={begin.isPending} disabled={!plan.data} onClick={() => begin.mutate()}>
          {text('versions.putBack.action', { number })}
        </Button>
      </Group>
    </>
  );
}
