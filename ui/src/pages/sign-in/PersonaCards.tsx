import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { Persona, Workspace } from '#/api/types';
import { PersonMark } from '#/kit/PersonMark';
import { useText } from '#/messages';
import classes from './PersonaCards.module.css';

interface PersonaCardsProps {
  personas: Workspace['personas'];
  chosen: Persona | null;
  onChoose: (persona: Persona) => void;
}

/** The people of a demo company, to look at it through their eyes. */
export function PersonaCards({ personas, chosen, onChoose }: PersonaCardsProps) {
  const text = useText();
  return (
    <section aria-labelledby="personas" className={classes.root}>
      <p id="personas" className={classes.lead}>
        {text('access.personas.lead')}
      </p>
      <ul className={classes.list}>
        {personas.map(({ persona, name }) => (
          <li key={persona}>
            <UnstyledButton className={classes.card} disabled={chosen !== null} onClick={() => onChoose(persona)}>
              <PersonMark name={name} size={40} />
              <span className={classes.text}>
                <span className={classes.name}>
                  <bdi>{name}</bdi>
                  <span className={classes.role}>{text(`frame.persona.${persona}`)}</span>
                </span>
                <span className={classes.does}>{text(`access.persona.${persona}`)}</span>
              </span>
              <IconArrowRight className={classes.arrow} size={20} aria-hidden />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
