import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#/api/query';
import type { ProductVersion } from '#/api/types';
import { PreviewSkeleton } from '#/components/file/PreviewSkeleton';
import { RejectList } from '#/components/file/intake/RejectList';
import { ErrorPage } from '#/kit/ErrorPage';
import { useText } from '#/messages';

/** The rows of a version's file that aren't in its table, once they are asked for. */
export function RejectedRows({ productId, version }: { productId: string; version: ProductVersion }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const { number, rowCount, rejectedCount } = version;
  const rejects = useQuery({ ...queries.rejects(productId, number), enabled: open && rejectedCount > 0 });
  if (rejectedCount === 0) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('product.intake.rejects.lead', { rejected: rejectedCount, rows: rowCount })}</summary>
      {rejects.isError && <ErrorPage cause={rejects.error} onRetry={() => void rejects.refetch()} />}
      {rejects.isPending && <PreviewSkeleton label={text('product.page.rowsLoading')} />}
      {rejects.data && (
        <>
          <RejectList rejects={rejects.data.items} />
          {rejects.data.items.length < rejects.data.count && (
            <p>{text('product.intake.rejects.capped', { shown: rejects.data.items.length })}</p>
          )}
        </>
      )}
    </details>
  );
}
