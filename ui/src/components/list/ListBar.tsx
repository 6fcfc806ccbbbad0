import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useId } from 'react';
import { useText } from '#/messages';
import classes from './List.module.css';

interface ListBarProps<S extends string> {
  label: string;
  query: string;
  onQuery: (query: string) => void;
  sort: S;
  sorts: readonly { value: S; label: string }[];
  onSort: (sort: S) => void;
  sortLabel: string;
  /** "12 of 40 domains"; told to screen readers as it changes. */
  count: string;
}

/** Above a list: filter, count, order. */
export function ListBar<S extends string>(props: ListBarProps<S>) {
  const { label, query, onQuery, sort, sorts, onSort, sortLabel, count } = props;
  const text = useText();
  const id = useId();
  return (
    <div className={classes.bar}>
      <TextInput
        className={classes.filter}
        type="search"
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onQuery('')}
        leftSection={<IconFilter size={16} aria-hidden />}
        rightSection={
          query === '' ? undefined : <CloseButton aria-label={text('table.clearFilter')} onClick={() => onQuery('')} />
        }
        dir="auto"
      />
      <span className={classes.count} role="status">
        {count}
      </span>
      <span className={classes.sort}>
        <label htmlFor={id}>{sortLabel}</label>
        <NativeSelect
          id={id}
          value={sort}
          data={[...sorts]}
          onChange={(event) => {
            const picked = sorts.find(({ value }) => value === event.currentTarget.value);
            if (picked) onSort(picked.value);
          }}
        />
      </span>
    </div>
  );
}
