import { Skeleton } from '@mantine/core';
import { useText } from '#/messages';

/** A table's shape while the file is read. */
export function PreviewSkeleton({ label }: { label: string }) {
  const text = useText();
  return (
    <div role="status">
      <p style={{ margin: '0 0 12px', color: 'var(--sv-text-soft)' }}>{text('product.file.reading')}</p>
      <Skeleton height={52} mb={1} radius="md" aria-label={label} />
      {[0, 1, 2, 3, 4, 5, 6, 7].map((row) => (
        <Skeleton key={row} height={31} mb={1} radius={0} />
      ))}
    </div>
  );
}
