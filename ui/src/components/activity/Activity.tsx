import { useInfiniteQuery } from '@tanstack/react-query';
import { auditQueries } from '#/api/audit';
import { useSession } from '#/api/session';
import type { ThingKind } from '#/api/types';
import { EntryList } from '#/components/audit/EntryList';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { TextLink } from '#/kit/links';
import { BareWeave } from '#/kit/weave/BareWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';

interface ActivityProps {
  kind: Extract<ThingKind, 'domain' | 'data-product' | 'person' | 'team' | 'service-account'>;
  /** The thing's id. */
  id: string;
  name: string;
}

/** What happened to one thing: for a tab on its page. */
export function Activity({ kind, id, name }: ActivityProps) {
  const text = useText();
  const { can } = useSession();
  const activity = useInfiniteQuery(auditQueries.activity(kind, id));
  if (activity.isError) {
    return <ErrorPage cause={activity.error} onRetry={() => void activity.refetch()} />;
  }
  if (activity.data === undefined) return <ListSkeleton label={text('audit.activity.loading')} rows={4} />;
  const items = activity.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <EmptyPage picture={<BareWeave />} title={text('audit.activity.empty.title')}>
        {text('audit.activity.empty.body')}
      </EmptyPage>
    );
  }
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap: 16, maxWidth: 960 }}>
      <EntryList
        label={text('audit.activity.list', { name })}
        items={items}
        detailed={items.some(({ before, after }) => before !== null || after !== null)}
        hasMore={activity.hasNextPage}
        pending={activity.isFetchingNextPage}
        onMore={() => void activity.fetchNextPage()}
      />
      {can.readAudit && <TextLink {...paths.audit({ thing: id })}>{text('audit.activity.toAudit')}</TextLink>}
    </div>
  );
}
