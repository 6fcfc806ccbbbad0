import { Alert, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { failureOf, queries } from '#/api/query';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { Hit } from '#/kit/Hit';
import { ButtonLink } from '#/kit/links';
import { Page } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './SearchPage.module.css';

const SHOWN = 100;

/** Everything that was found, at an address that can be passed on. */
export function SearchPage() {
  const text = useText();
  const navigate = useNavigate();
  const { q = '' } = useSearch({ from: '/signed-in/framed/search' });
  const [typed, setTyped] = useState(q);
  const ask = useDebouncedCallback((value: string) => void navigate({ ...paths.search(value), replace: true }), 200);
  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q]);
  const found = useQuery(queries.search(q, SHOWN));
  const hits = found.data?.items ?? [];
  return (
    <Page width="read">
      <PageTitle tab={q === '' ? text('search.title') : text('search.titleFor', { q })}>
        {q === '' ? text('search.title') : text('search.titleFor', { q })}
      </PageTitle>
      <TextInput
        size="md"
        value={typed}
        maxLength={200}
        aria-label={text('search.label')}
        leftSection={<IconSearch size={20} aria-hidden />}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          ask(event.currentTarget.value.trim());
        }}
      />
      {q === '' ? (
        <EmptyPage kind="nothing" title={text('search.begin.title')}>
          <p>{text('search.begin.body')}</p>
        </EmptyPage>
      ) : failureOf(found) !== null ? (
        <ErrorPage cause={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <div role="status" aria-label={text('kit.loading')}>
          <Skeleton height={56} mb={8} />
          <Skeleton height={56} mb={8} />
          <Skeleton height={56} />
        </div>
      ) : (
        <>
          {!found.data.indexed && <Alert>{text('search.unindexed')}</Alert>}
          {hits.length === 0 ? (
            <EmptyPage
              kind="none"
              title={text('search.none.title', { q })}
              actions={
                <ButtonLink {...paths.dataProducts()} variant="default">
                  {text('search.none.all')}
                </ButtonLink>
              }
            >
              <p>{text('search.none.body')}</p>
            </EmptyPage>
          ) : (
            <section aria-label={text('frame.search.hits')}>
              <p className={classes.count} role="status">
                {text('search.count', { count: hits.length })}
              </p>
              <ul className={classes.list}>
                {hits.map((hit) => (
                  <li key={hit.id}>
                    <Link
                      {...(hit.kind === 'domain' ? paths.domain(hit.slug) : paths.dataProduct(hit.slug))}
                      className={classes.hit}
                    >
                      <Hit hit={hit} />
                      <span className={classes.purpose}>
                        <bdi>{hit.purpose}</bdi>
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Page>
  );
}
