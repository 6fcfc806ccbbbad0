import { Skeleton } from '@mantine/core';
import { Page } from '#/kit/Page';
import { useText } from '#/messages';

/** The shape of a page while its code arrives. */
export function PendingPage() {
  const text = useText();
  return (
    <Page>
      <div role="status" aria-label={text('kit.loading')}>
        <Skeleton width={280} height={28} mb={12} />
        <Skeleton width={420} height={16} mb={40} />
        <Skeleton height={160} radius="lg" />
      </div>
    </Page>
  );
}
