import { Button, Skeleton } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { Person } from '#/api/types';
import { ErrorPage } from '#/kit/ErrorPage';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { AddPerson } from './AddPerson';
import { PeopleTable } from './PeopleTable';
import { SignInLinkWindow } from './SignInLinkWindow';

/** For administrators: who is here, in which role, and how they get in. */
export function PeoplePage() {
  const text = useText();
  const session = useSession();
  const people = useInfiniteQuery(queries.people({ query: '', shown: 'here' }));
  const [adding, setAdding] = useState(false);
  const [linkFor, setLinkFor] = useState<Person | null>(null);
  return (
    <Page>
      <PageHead
        title={<PageTitle tab={text('frame.people')}>{text('frame.people')}</PageTitle>}
        lead={text('people.lead')}
        actions={
          session.can.managePeople && (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              {text('people.add')}
            </Button>
          )
        }
      />
      {people.isError ? (
        <ErrorPage cause={people.error} onRetry={() => void people.refetch()} />
      ) : people.data === undefined ? (
        <div role="status" aria-label={text('kit.loading')}>
          <Skeleton height={240} radius="lg" />
        </div>
      ) : (
        <PeopleTable people={people.data.pages.flatMap(({ items }) => items)} session={session} onLink={setLinkFor} />
      )}
      <AddPerson
        opened={adding}
        onClose={() => setAdding(false)}
        onAdded={(person) => {
          setAdding(false);
          setLinkFor(person);
        }}
      />
      <SignInLinkWindow person={linkFor} onClose={() => setLinkFor(null)} />
    </Page>
  );
}
