import { Skeleton } from '@mantine/core';
import classes from './List.module.css';

/** A list's shape while it loads. */
export function ListSkeleton({ label, rows = 6 }: { label: string; rows?: number }) {
  return (
    <div className={classes.loading} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a skeleton are all alike
        <div key={row} style={{ padding: '12px 0' }}>
          <Skeleton height={20} width={`${38 + ((row * 13) % 24)}%`} mb={8} />
          <Skeleton height={14} width={`${56 + ((row * 17) % 30)}%`} />
        </div>
      ))}
    </div>
  );
}
