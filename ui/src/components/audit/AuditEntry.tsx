import { ActionIcon, Collapse } from '@mantine/core';
import { IconChevronDown, IconDeviceLaptop } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { AuditItem } from '#/api/types';
import { formatMoment } from '#/format/time';
import { DecidedBy } from '#/components/policy/DecidedBy';
import { Ago } from '#/kit/Ago';
import { TextLink } from '#/kit/links';
import { PersonMark } from '#/kit/PersonMark';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './Audit.module.css';
import { Comparison } from './Comparison';

/** Where the thing stands today; a publication is shown by its product. */
function linkTo(kind: AuditItem['thing']['kind'], slug: string | null) {
  if (slug === null) return null;
  if (kind === 'domain') return paths.domain(slug);
  return kind === 'team' ? paths.team(slug) : paths.dataProduct(slug);
}

function Thing({ thing: { kind, name, slug } }: { thing: AuditItem['thing'] }) {
  const text = useText();
  const shown = <bdi>{name ?? text('audit.thing.gone')}</bdi>;
  const link = linkTo(kind, slug);
  if (link === null) return <strong className={classes.name}>{shown}</strong>;
  return (
    <TextLink {...link} inherit className={classes.name}>
      {shown}
    </TextLink>
  );
}

interface AuditEntryProps {
  item: AuditItem;
  /** Whether before and after are told to this reader; else an entry is its sentence only. */
  detailed: boolean;
}

/** One entry: a sentence, when, and on demand what changed and which rule allowed it. */
export function AuditEntry({ item, detailed }: AuditEntryProps) {
  const text = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { action, at, by, policies, sequence, thing } = item;
  const who = by?.name ?? text('audit.platform');
  const sentence = text(`audit.says.${action}`, { by: who, thing: thing.name ?? text('audit.thing.gone') });
  return (
    <li className={classes.entry} data-open={open || undefined}>
      <div className={classes.line}>
        {by === null ? (
          <span className={classes.platform} aria-hidden>
            <IconDeviceLaptop size={16} />
          </span>
        ) : (
          <PersonMark name={by.name} />
        )}
        <span className={classes.sentence}>
          <Phrase
            id={`audit.says.${action}`}
            values={{
              by: (
                <strong key="by" className={classes.name}>
                  <bdi>{who}</bdi>
                </strong>
              ),
              thing: <Thing key="thing" thing={thing} />,
            }}
          />
        </span>
        <span className={classes.when}>
          <Ago value={at} />
        </span>
        {detailed && (
          <ActionIcon
            variant="subtle"
            size={32}
            className={classes.toggle}
            aria-expanded={open}
            aria-controls={id}
            aria-label={text(open ? 'audit.details.hide' : 'audit.details.show', { sentence })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <div id={id}>
        <Collapse expanded={open} transitionDuration={120}>
          {open && (
            <div className={classes.details}>
              <Comparison item={item} />
              <DecidedBy policies={policies} />
              <p className={classes.place}>{text('audit.details.place', { moment: formatMoment(at), sequence })}</p>
            </div>
          )}
        </Collapse>
      </div>
    </li>
  );
}
