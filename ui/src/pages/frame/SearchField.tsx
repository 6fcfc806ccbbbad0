import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { asProblem } from '#/api/problem';
import { queries } from '#/api/query';
import type { SearchHit } from '#/api/types';
import { Hit } from '#/kit/Hit';
import { useProblemText } from '#/kit/problemText';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './SearchField.module.css';

const SHOWN = 8;
const ALL = 'all';

function destination(hit: SearchHit) {
  return hit.kind === 'domain' ? paths.domain(hit.slug) : paths.dataProduct(hit.slug);
}

const onMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Finds domains and data products while one types. `/` and Ctrl+K (⌘K) come here from anywhere. */
export function SearchField() {
  const text = useText();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 120);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery(queries.search(asked, SHOWN));
  const hits = asked === '' ? [] : (found.data?.items ?? []);

  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useHotkeys([['/', focus]]);
  useHotkeys([['mod+K', focus]], []);

  function leave() {
    combobox.closeDropdown();
    setTyped('');
    field.current?.blur();
  }

  function choose(value: string) {
    const hit = hits.find(({ id }) => id === value);
    const q = typed.trim();
    leave();
    void navigate(hit === undefined ? paths.search(q) : destination(hit));
  }

  return (
    <search>
      <Combobox store={combobox} onOptionSubmit={choose} shadow="lg" radius="md" offset={6} withinPortal={false}>
        <Combobox.Target withExpandedAttribute>
          <TextInput
            ref={field}
            value={typed}
            aria-label={text('frame.search.label')}
            placeholder={text('frame.search.placeholder')}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={typed === '' ? <kbd className={classes.keys}>{onMac ? '⌘K' : 'Ctrl K'}</kbd> : null}
            rightSectionWidth={64}
            rightSectionPointerEvents="none"
            classNames={{ input: classes.input }}
            maxLength={200}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.resetSelectedOption();
              if (event.currentTarget.value.trim() === '') combobox.closeDropdown();
              else combobox.openDropdown();
            }}
            onFocus={() => typed.trim() !== '' && combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && typed.trim() !== '' && combobox.getSelectedOptionIndex() < 0) {
                event.preventDefault();
                choose(ALL);
              }
              if (event.key === 'Escape' && !combobox.dropdownOpened) leave();
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={text('frame.search.hits')} className={classes.options}>
            {hits.map((hit) => (
              <Combobox.Option key={hit.id} value={hit.id} className={classes.option}>
                <Hit hit={hit} />
              </Combobox.Option>
            ))}
            {asked !== '' && hits.length > 0 && (
              <Combobox.Option value={ALL} className={classes.option}>
                <span className={classes.all}>{text('frame.search.all', { q: asked })}</span>
              </Combobox.Option>
            )}
          </Combobox.Options>
          {hits.length === 0 && (
            <div className={classes.none} role="status">
              {found.isError ? (
                problemText(asProblem(found.error)).what
              ) : found.isFetching ? (
                <Loader size="xs" aria-label={text('kit.loading')} />
              ) : (
                text('frame.search.none', { q: asked })
              )}
            </div>
          )}
        </Combobox.Dropdown>
      </Combobox>
    </search>
  );
}
