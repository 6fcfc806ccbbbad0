import { Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#/api/query';
import { useSettled } from '#/components/form/useSettled';
import { useText } from '#/messages';
import type { AuditSearch } from '#/paths';
import classes from './AuditPage.module.css';
import { ACTIONS, actionCodes } from './filter';
import { useActors } from './useActors';

/** More than these nobody reads through: typing finds the rest. */
const OFFERED = 40;
const OFFERED_EACH = 12;
const SETTLED_MS = 120;

/** Axe asks every scrolling region to hold the focus; the list itself scrolls, and it belongs to the field. */
const searched = {
  searchable: true,
  clearable: true,
  limit: OFFERED,
  withScrollArea: false,
  styles: { options: { maxHeight: 280, overflowY: 'auto' } },
  comboboxProps: { withinPortal: false, width: 320, position: 'bottom-start' },
} as const;

interface Group<T extends string> {
  group: string;
  items: { value: T; label: string }[];
}

interface Named {
  id: string;
  name: string;
}

/** What is chosen stays in the list, even when something else is looked for. */
const withChosen = (found: readonly Named[], chosen: Named | undefined): readonly Named[] =>
  chosen === undefined || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];

interface AuditFiltersProps {
  search: AuditSearch;
  onSearch: (search: AuditSearch) => void;
}

/** Who, what, to what, and when. */
export function AuditFilters({ search, onSearch }: AuditFiltersProps) {
  const text = useText();
  const actors = useActors(search.person);
  const concerned = useActors(search.thing);
  const thing = search.thing ?? '';
  const chosenDomain = useQuery({ ...queries.domain(thing), enabled: thing !== '', retry: false }).data;
  const chosenProduct = useQuery({ ...queries.dataProduct(thing), enabled: thing !== '', retry: false }).data;
  const [typedThing, setTypedThing] = useState('');
  // The field repeats the name of what is chosen; that isn't looked for.
  const sought = typedThing === (chosenDomain ?? chosenProduct)?.name ? '' : typedThing.trim();
  const settled = useSettled(sought, sought, SETTLED_MS);
  const domains = useQuery(queries.firstDomains({ query: settled }, OFFERED_EACH)).data?.items ?? [];
  const products = useQuery(queries.firstDataProducts({ query: settled }, OFFERED_EACH)).data?.items ?? [];
  const set = (key: keyof AuditSearch, value: string | null) => {
    const { [key]: _, ...others } = search;
    onSearch(value === null || value === '' ? others : { ...others, [key]: value });
  };
  const options = (list: readonly { id: string; name: string }[] = []) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const things = [
    { group: text('audit.filter.group.domain'), items: options(withChosen(domains, chosenDomain)) },
    { group: text('audit.filter.group.data-product'), items: options(withChosen(products, chosenProduct)) },
    { group: text('audit.filter.group.person'), items: [...concerned.options] },
  ];
  const listed = things.some(({ items }) => items.some(({ value }) => value === search.thing));
  if (search.thing !== undefined && !listed) {
    // A removed thing, say: the filter holds all the same, and can be taken away.
    things.push({
      group: text('audit.filter.group.workspace'),
      items: [{ value: search.thing, label: text('audit.filter.unlisted') }],
    });
  }
  const actions: Group<string>[] = [];
  for (const code of actionCodes) {
    const group = text(`audit.filter.group.${ACTIONS[code]}`);
    const item = { value: code, label: text(`audit.action.${code}`) };
    const known = actions.find((each) => each.group === group);
    if (known) known.items.push(item);
    else actions.push({ group, items: [item] });
  }
  const nothing = text('audit.filter.nothing');
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <search className={classes.filters} aria-label={text('audit.filter.label')}>
      <Select
        {...searched}
        label={text('audit.filter.person')}
        placeholder={text('audit.filter.person.all')}
        data={[...actors.options]}
        onSearchChange={actors.onSearch}
        nothingFoundMessage={nothing}
        value={search.person ?? null}
        onChange={(value) => set('person', value)}
      />
      <Select
        {...searched}
        label={text('audit.filter.action')}
        placeholder={text('audit.filter.action.all')}
        data={actions}
        nothingFoundMessage={nothing}
        value={search.action ?? null}
        onChange={(value) => set('action', value)}
      />
      <Select
        {...searched}
        label={text('audit.filter.thing')}
        placeholder={text('audit.filter.thing.all')}
        data={things}
        onSearchChange={(typed) => {
          setTypedThing(typed);
          concerned.onSearch(typed);
        }}
        nothingFoundMessage={nothing}
        value={search.thing ?? null}
        onChange={(value) => set('thing', value)}
      />
      <TextInput
        type="date"
        label={text('audit.filter.from')}
        value={search.from ?? ''}
        max={search.to}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={text('audit.filter.to')}
        value={search.to ?? ''}
        min={search.from}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
      {filtered && (
        <Button variant="subtle" leftSection={<IconX size={16} aria-hidden />} onClick={() => onSearch({})}>
          {text('audit.filter.clear')}
        </Button>
      )}
    </search>
  );
}
