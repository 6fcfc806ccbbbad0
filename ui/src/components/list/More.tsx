import { Button } from '@mantine/core';
import { useText } from '#/messages';
import classes from './List.module.css';

interface MoreProps {
  shown: number;
  /** Unknown until it was counted. */
  total: number | undefined;
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** Below a list that has more pages: the next one, when it is wanted. */
export function More({ shown, total, list }: MoreProps) {
  const text = useText();
  if (!list.hasNextPage) return null;
  return (
    <Button
      variant="default"
      className={classes.more}
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {text('table.more', { shown, total: total ?? shown })}
    </Button>
  );
}
