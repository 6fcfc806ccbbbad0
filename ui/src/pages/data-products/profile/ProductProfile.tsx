import { Alert } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { failureOf, queries } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { useText } from '#/messages';
import { VersionChoice } from '../VersionChoice';
import classes from './Profile.module.css';
import { ProfileTable } from './ProfileTable';

/** Smaller counts aren't told to who may not read the rows. */
const SMALLEST = 5;

interface ProductProfileProps {
  product: DataProduct;
  /** The version to show; the current one by default. */
  version: number | undefined;
  onVersion: (number: number | undefined) => void;
}

/** What a version holds and means, column by column. */
export function ProductProfile({ product, version, onVersion }: ProductProfileProps) {
  const text = useText();
  const { currentVersion } = product;
  const number = version ?? currentVersion?.number ?? 0;
  const enabled = currentVersion !== null;
  const versions = useQuery({ ...queries.productVersions(product.id), enabled });
  const profile = useQuery({ ...queries.productProfile(product.id, number), enabled });
  if (currentVersion === null) {
    return (
      <EmptyPage kind="nothing" title={text('profile.none.title')}>
        {text('profile.none.body')}
      </EmptyPage>
    );
  }
  if (failureOf(profile) !== null) return <ErrorPage cause={profile.error} onRetry={() => void profile.refetch()} />;
  const list = versions.data ?? [currentVersion];
  const personal = profile.data?.columns.filter((column) => column.meaning?.personal === true).length ?? 0;
  return (
    <section className={classes.root} aria-label={text('product.page.profile')}>
      <div className={classes.head}>
        {list.length > 1 && (
          <VersionChoice versions={list} current={currentVersion.number} shown={number} onChoose={onVersion} />
        )}
        {profile.data && (
          <p className={classes.summary}>
            {text('profile.summary', { columns: profile.data.columns.length, rows: profile.data.rowCount })}
            {' · '}
            {text('profile.summary.personal', { count: personal })}
          </p>
        )}
      </div>
      {profile.data?.complete === false && (
        <Alert icon={<IconEyeOff size={20} aria-hidden />} color="gray">
          {text('profile.limited', { smallest: SMALLEST })}
        </Alert>
      )}
      {!profile.data ? (
        <ListSkeleton label={text('profile.loading')} rows={6} />
      ) : (
        <>
          {profile.data.rowCount === 0 && <p className={classes.none}>{text('profile.empty')}</p>}
          <ProfileTable key={number} columns={profile.data.columns} product={product} />
        </>
      )}
    </section>
  );
}
