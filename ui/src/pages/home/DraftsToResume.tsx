import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Draft } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { TextLink } from '#/kit/links';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './DraftsToResume.module.css';
import { Section } from './Section';

const SHOWN = 3;

/** What the person began and hasn't finished, the latest first. */
export function DraftsToResume({ drafts }: { drafts: readonly Draft[] }) {
  const text = useText();
  const shown = drafts.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)).slice(0, SHOWN);
  return (
    <Section
      id="drafts-to-resume"
      title={text('home.drafts')}
      more={
        drafts.length > SHOWN ? (
          <TextLink {...paths.drafts()}>{text('home.drafts.all', { count: drafts.length })}</TextLink>
        ) : undefined
      }
    >
      <ul className={classes.list}>
        {shown.map((draft) => (
          <li key={draft.id} className={classes.card}>
            <IconPencil size={20} stroke={1.75} className={classes.icon} aria-hidden />
            <span className={classes.text}>
              <Link {...paths.draft(draft.id, draft.step)} className={classes.name}>
                <bdi>{draft.title.trim() === '' ? text(`home.draft.untitled.${draft.kind}`) : draft.title}</bdi>
              </Link>
              <span className={classes.about}>
                {text(`home.draft.${draft.kind}`)}
                {' · '}
                <Phrase id="home.draft.saved" values={{ when: <Ago value={draft.updatedAt} /> }} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
