import { Skeleton } from '@mantine/core';

/** A table's shape while it is read, and what is read. */
export function PreviewSkeleton({ label }: { label: string }) {
  return (
    <div role="status">
      <p style={{ margin: '0 0 12px', color: 'var(--sv-text-soft)' }}>{label}</p>
      <Skeleton height={52} mb={1} radius="md" />
      {[0, 1, 2, 3, 4, 5, 6, 7].map((row) => (
        <Skeleton key={row} height={31} mb={1} radius={0} />
      ))}
    </div>
  );
}
