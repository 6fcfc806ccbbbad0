import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { failureOf, queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { Person, PeopleCounts } from '#/api/types';
import { type Facet, Facets } from '#/components/list/Facets';
import listClasses from '#/components/list/List.module.css';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { More } from '#/components/list/More';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useHashWindow } from '#/kit/useHashWindow';
import { useText } from '#/messages';
import { type PeopleFacet, paths } from '#/paths';
import { AddPerson } from './AddPerson';
import { PeopleTable } from './PeopleTable';
import { roles } from './roles';
import { SignInLinkWindow } from './SignInLinkWindow';

type Shown = PeopleFacet | 'all';

const SETTLED_MS = 150;

function here(counts: PeopleCounts): number {
  return counts.administrator + counts.steward + counts.member + counts.viewer + counts.none;
}

function useFacets(counts: PeopleCounts | undefined, chosen: Shown): Facet<Shown>[] {
  const text = useText();
  const ofRoles = [...roles, 'none' as const].map((role) => ({
    value: role,
    label: text(`people.facet.${role}`),
    count: counts?.[role],
  }));
  return [
    { value: 'all', label: text('people.facet.all'), count: counts && here(counts) },
    // A kind that nobody is of is no choice, unless it is the one that is shown.
    ...ofRoles.filter(({ value, count }) => count !== 0 || chosen === value),
    ...((counts?.left ?? 0) > 0 || chosen === 'left'
      ? [{ value: 'left' as const, label: text('people.facet.left'), count: counts?.left, apart: true }]
      : []),
  ];
}

/** Who is here, in which role; for administrators also how they get in. */
export function PeoplePage() {
  const text = useText();
  const session = useSession();
  const navigate = useNavigate();
  const { q = '', of } = useSearch({ from: '/signed-in/framed/people' });
  const [typed, setTyped] = useState(q);
  const [adding, setAdding] = useHashWindow('add');
  const [linkFor, setLinkFor] = useState<Person | null>(null);
  const shown: Shown = of ?? 'all';
  const show = (query: string, facet: Shown) =>
    void navigate({
      ...paths.people({
        ...(query === '' ? {} : { q: query }),
        ...(facet === 'all' ? {} : { of: facet }),
      }),
      replace: true,
    });
  const ask = useDebouncedCallback((value: string) => show(value.trim(), shown), SETTLED_MS);
  const clear = () => {
    setTyped('');
    show('', shown);
  };
  const counts = useQuery(queries.peopleCounts(q));
  const facets = useFacets(counts.data, shown);
  const people = useInfiniteQuery(
    queries.people({
      query: q,
      shown: of === 'left' ? 'left' : 'here',
      ...(of === undefined || of === 'left' ? {} : { role: of }),
    }),
  );
  const listed = useMemo(() => people.data?.pages.flatMap(({ items }) => items) ?? [], [people.data]);
  const total = facets.find(({ value }) => value === shown)?.count;
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
      <div className={listClasses.bar}>
        <TextInput
          className={listClasses.filter}
          type="search"
          aria-label={text('people.search')}
          placeholder={text('people.search')}
          value={typed}
          maxLength={200}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            ask(event.currentTarget.value);
          }}
          onKeyDown={(event) => event.key === 'Escape' && clear()}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={
            typed === '' ? undefined : <CloseButton aria-label={text('table.clearFilter')} onClick={clear} />
          }
          dir="auto"
        />
        <span className={listClasses.count} role="status">
          {total !== undefined && people.data !== undefined && text('people.count', { count: total })}
        </span>
      </div>
      <Facets
        label={text('people.facets')}
        facets={facets}
        value={shown}
        onChoose={(facet) => show(typed.trim(), facet)}
      />
      {failureOf(people) !== null ? (
        <ErrorPage cause={people.error} onRetry={() => void people.refetch()} />
      ) : people.data === undefined ? (
        <ListSkeleton label={text('people.loading')} />
      ) : listed.length === 0 ? (
        <EmptyPage
          kind="none"
          title={q === '' ? text('people.nobody.title') : text('people.none.title', { query: q })}
          actions={
            <Button
              onClick={() => {
                setTyped('');
                show('', 'all');
              }}
            >
              {text('people.none.clear')}
            </Button>
          }
        >
          {text(q === '' ? 'people.nobody.body' : 'people.none.body')}
        </EmptyPage>
      ) : (
        <>
          <PeopleTable people={listed} session={session} onLink={setLinkFor} />
          <More shown={listed.length} total={total} list={people} />
        </>
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
