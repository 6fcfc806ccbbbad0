import { Button, Group, Modal, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { actions } from '#/api/actions';
import { newIntent } from '#/api/client';
import type { Person } from '#/api/types';
import { formatMoment } from '#/format/time';
import { Copyable } from '#/kit/Copyable';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { Phrase, useText } from '#/messages';

/** Makes a link with which a person sets their password; a new one each time the window opens. */
export function SignInLinkWindow({ person, onClose }: { person: Person | null; onClose: () => void }) {
  const text = useText();
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      size="lg"
      title={<Phrase id="people.link.title" values={{ name: <bdi>{person?.name}</bdi> }} />}
      closeButtonProps={{ 'aria-label': text('kit.close') }}
    >
      {person !== null && <Link person={person} onClose={onClose} />}
    </Modal>
  );
}

function Link({ person, onClose }: { person: Person; onClose: () => void }) {
  const text = useText();
  const [opening] = useState(newIntent);
  const link = useQuery({
    queryKey: ['sign-in-link', opening],
    queryFn: () => actions.createSignInLink(person.id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  return (
    <Stack gap="md">
      {link.isError ? (
        <ProblemAlert cause={link.error} onRetry={() => void link.refetch()} />
      ) : link.data === undefined ? (
        <Skeleton height={48} />
      ) : (
        <>
          <div>
            <Phrase
              id="people.link.lead"
              values={{ name: <bdi>{person.name}</bdi>, until: formatMoment(link.data.expiresAt) }}
            />
          </div>
          <Copyable value={new URL(link.data.url, location.origin).href} thing={text('people.link.thing')} />
        </>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{text('people.link.done')}</Button>
      </Group>
    </Stack>
  );
}
