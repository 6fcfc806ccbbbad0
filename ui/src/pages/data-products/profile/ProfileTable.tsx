import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { ColumnProfile, DataProduct } from '#/api/types';
import { Facets } from '#/components/list/Facets';
import { folded } from '#/components/list/useFiltered';
import { EmptyPage } from '#/kit/EmptyPage';
import { useText } from '#/messages';
import classes from './Profile.module.css';
import { ProfileRow } from './ProfileRow';
import { isOf, type ProfileFacet, profileFacets } from './told';

/** Columns that are drawn until more are asked for. */
const AT_ONCE = 100;
/** Columns that are drawn before the first look; the others may follow a moment later. */
const FIRST = 20;

interface ProfileTableProps {
  columns: readonly ColumnProfile[];
  /** Whose owner says what is shown beside what was found. */
  product: DataProduct;
}

/** Every column with what it holds; filtered by words and by what needs a look. */
export function ProfileTable({ columns, product }: ProfileTableProps) {
  const text = useText();
  const [query, setQuery] = useState('');
  const [facet, setFacet] = useState<ProfileFacet>('all');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [most, setMost] = useState(AT_ONCE);
  const sought = useDeferredValue(query);
  const found = useMemo(() => {
    const words = folded(sought).split(/\s+/).filter(Boolean);
    return columns.filter((column) => {
      const kind = column.meaning === null ? '' : text(`profile.kind.${column.meaning.kind}`);
      const said = folded(`${column.businessName} ${column.name} ${kind}`);
      return isOf(facet, column) && words.every((word) => said.includes(word));
    });
  }, [columns, facet, sought, text]);
  const marks = useMemo(() => new Map(product.outputPort.columns.map(({ name, marks }) => [name, marks])), [product]);
  const wanted = useMemo(() => found.slice(0, most), [found, most]);
  const drawn = useDeferredValue(wanted, wanted.slice(0, FIRST));
  const toggle = useCallback(
    (name: string) =>
      setOpened((before) => {
        const after = new Set(before);
        if (!after.delete(name)) after.add(name);
        return after;
      }),
    [],
  );
  const heads = ['column', 'meaning', 'filled', 'distinct', 'range', 'shape'] as const;
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          type="search"
          aria-label={text('profile.search')}
          placeholder={text('profile.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
          leftSection={<IconFilter size={16} aria-hidden />}
          rightSection={
            query === '' ? undefined : (
              <CloseButton aria-label={text('table.clearFilter')} onClick={() => setQuery('')} />
            )
          }
          dir="auto"
        />
        <Facets
          label={text('profile.facets')}
          value={facet}
          onChoose={setFacet}
          facets={profileFacets.map((value) => ({
            value,
            label: text(`profile.facet.${value}`),
            count: columns.filter((column) => isOf(value, column)).length,
          }))}
        />
        <span className={classes.count} role="status">
          {found.length === columns.length
            ? null
            : text('profile.count', { shown: found.length, total: columns.length })}
        </span>
      </div>
      {found.length === 0 ? (
        <EmptyPage
          kind="nothing"
          compact
          title={text('profile.noMatch')}
          actions={
            <Button
              variant="default"
              onClick={() => {
                setQuery('');
                setFacet('all');
              }}
            >
              {text('profile.noMatch.all')}
            </Button>
          }
        >
          {text('profile.noMatch.body')}
        </EmptyPage>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={text('profile.table')}>
            <colgroup>
              {heads.map((head) => (
                <col key={head} className={classes[head]} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className={head === 'distinct' ? classes.end : undefined}>
                    {text(`profile.${head}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {drawn.map((column) => (
                <ProfileRow
                  key={column.name}
                  column={column}
                  marks={marks.get(column.name)}
                  opened={opened.has(column.name)}
                  onToggle={toggle}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.length > most && (
        <Button variant="default" className={classes.more} onClick={() => setMost((before) => before + AT_ONCE)}>
          {text('profile.more', { count: Math.min(AT_ONCE, found.length - most) })}
        </Button>
      )}
    </>
  );
}
