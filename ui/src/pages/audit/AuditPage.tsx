import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { auditQueries } from '#/api/audit';
import { asProblem } from '#/api/problem';
import { EntryList } from '#/components/audit/EntryList';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { BareWeave } from '#/kit/weave/BareWeave';
import { LoomWeave } from '#/kit/weave/LoomWeave';
import { useText } from '#/messages';
import { type AuditSearch, paths } from '#/paths';
import { AuditExport } from './AuditExport';
import { AuditFilters } from './AuditFilters';
import classes from './AuditPage.module.css';
import { ChainCheck } from './ChainCheck';
import { filterOf } from './filter';

/** For administrators and stewards: who did what, when, under which decision. */
export function AuditPage() {
  const text = useText();
  const navigate = useNavigate();
  const search = useSearch({ from: '/signed-in/framed/audit' });
  const filter = filterOf(search);
  const entries = useInfiniteQuery(auditQueries.entries(filter));
  const [checking, setChecking] = useState(false);
  const onSearch = (wanted: AuditSearch) => void navigate({ ...paths.audit(wanted), replace: true, resetScroll: false });
  const title = <PageTitle tab={text('audit.title')}>{text('audit.title')}</PageTitle>;

  const problem = entries.isError ? asProblem(entries.error) : null;
  if (problem?.code === 'forbidden') {
    const who = problem.params?.['who'];
    return (
      <Page>
        <PageHead title={title} />
        <EmptyPage
          picture={<BareWeave />}
          title={text('audit.noAccess.title')}
          actions={<ButtonLink {...paths.policies()}>{text('audit.noAccess.next')}</ButtonLink>}
        >
          {text('audit.noAccess.body', { who: who === undefined || who === '' ? text('audit.noAccess.anybody') : who })}
        </EmptyPage>
      </Page>
    );
  }
  const items = entries.data?.pages.flatMap((page) => page.items);
  return (
    <Page>
      <PageHead
        title={title}
        lead={text('audit.lead')}
        actions={
          <>
            <AuditExport filter={filter} />
            <Button leftSection={<IconShieldCheck size={16} aria-hidden />} onClick={() => setChecking(true)}>
              {text('audit.check')}
            </Button>
          </>
        }
      />
      <AuditFilters search={search} onSearch={onSearch} />
      <span className={classes.count} role="status">
        {items !== undefined &&
          text('audit.shown', { count: items.length, more: entries.hasNextPage ? 'yes' : 'no' })}
      </span>
      {problem !== null ? (
        <ErrorPage cause={problem} onRetry={() => void entries.refetch()} />
      ) : items === undefined ? (
        <ListSkeleton label={text('audit.loading')} />
      ) : items.length > 0 ? (
        <EntryList
          label={text('audit.list')}
          items={items}
          detailed
          hasMore={entries.hasNextPage}
          pending={entries.isFetchingNextPage}
          onMore={() => void entries.fetchNextPage()}
        />
      ) : Object.keys(filter).length > 0 ? (
        <EmptyPage
          picture={<BareWeave />}
          title={text('audit.none.title')}
          actions={<Button onClick={() => onSearch({})}>{text('audit.filter.clear')}</Button>}
        >
          {text('audit.none.body')}
        </EmptyPage>
      ) : (
        <EmptyPage picture={<LoomWeave />} title={text('audit.empty.title')}>
          {text('audit.empty.body')}
        </EmptyPage>
      )}
      <ChainCheck opened={checking} onClose={() => setChecking(false)} />
    </Page>
  );
}
