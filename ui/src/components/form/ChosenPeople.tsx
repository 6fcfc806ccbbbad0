import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PersonName, usePeopleNames } from '#/components/things/PersonName';
import { PersonMark } from '#/kit/PersonMark';
import { useText } from '#/messages';
import classes from './ChosenPeople.module.css';
import { fieldId } from './issues';

interface ChosenPeopleProps {
  path: string;
  label: string;
  ids: readonly string[];
  beside?: ((id: string, name: string) => ReactNode) | undefined;
  onRemove: (id: string) => void;
}

/** Those who were picked, each with a way to take them out: as chips, or as rows when something stands beside them. */
export function ChosenPeople({ path, label, ids, beside, onRemove }: ChosenPeopleProps) {
  const text = useText();
  const names = usePeopleNames(ids);
  if (ids.length === 0) return null;
  return (
    <ul className={classes.root} data-rows={beside !== undefined || undefined} aria-label={label}>
      {ids.map((id, place) => {
        const name = names[place] ?? '';
        return (
          <li key={id} className={classes.chosen}>
            <PersonMark name={name} size={24} />
            <span className={classes.name} title={name}>
              <PersonName id={id} />
            </span>
            {beside?.(id, name)}
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              className={classes.remove}
              aria-label={text('wizard.picker.remove', { name })}
              onClick={(event) => {
                const here = event.currentTarget.closest('li');
                const neighbour = here?.nextElementSibling ?? here?.previousElementSibling;
                // Where the button was there is nothing to stand on any more; the field would open its list at once.
                (neighbour?.querySelector('button') ?? document.getElementById(fieldId(path)))?.focus();
                onRemove(id);
              }}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
