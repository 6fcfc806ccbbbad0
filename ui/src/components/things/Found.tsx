import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureOf } from '#/api/query';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ErrorPage } from '#/kit/ErrorPage';
import { Page } from '#/kit/Page';

interface FoundProps<T> {
  /** What was asked for. */
  asked: UseQueryResult<T>;
  /** Says that it is on its way. */
  loading: string;
  /** The way on where it can't be shown: the list that it would stand in. */
  elsewhere: ReactNode;
  /** About how many lines lie below its head. */
  rows?: number;
  children: (found: T) => ReactNode;
}

/** The page of one thing: itself once it is there, its shape until then, and why where it can't be shown. */
export function Found<T>({ asked, loading, elsewhere, rows = 3, children }: FoundProps<T>) {
  if (failureOf(asked) !== null) {
    return (
      <Page>
        <ErrorPage cause={asked.error} level={1} onRetry={() => void asked.refetch()} actions={elsewhere} />
      </Page>
    );
  }
  if (asked.data === undefined) {
    return (
      <Page>
        <div role="status" aria-label={loading}>
          <Skeleton height={16} width={140} mb={12} />
          <Skeleton height={32} width={360} mb={12} />
          <Skeleton height={20} width="60%" />
        </div>
        <ListSkeleton label={loading} rows={rows} />
      </Page>
    );
  }
  return children(asked.data);
}
