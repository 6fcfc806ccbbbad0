import { IconAlertTriangle, IconChevronRight, IconUserQuestion, type IconProps } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { isOwn } from '#/api/own';
import { queries } from '#/api/query';
import type { Publication, Session } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { useProblemText } from '#/kit/problemText';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import { Section } from './Section';
import classes from './WaitsForMe.module.css';

interface Waiting {
  id: string;
  to: ReturnType<typeof paths.people | typeof paths.dataProduct>;
  icon: ComponentType<IconProps>;
  what: string;
  why: ReactNode;
}

/** What stopped, with why and what may be done. */
function useMended(stopped: readonly Publication[]): Waiting[] {
  const text = useText();
  const problemText = useProblemText();
  return stopped.map(({ id, dataProductSlug, dataProductName, versionNumber, failure, finishedAt, startedAt }) => ({
    id,
    to: paths.dataProduct(dataProductSlug),
    icon: IconAlertTriangle,
    what: text('home.waits.publication', { name: dataProductName, number: versionNumber }),
    why: (
      <>
        {failure != null && problemText(failure).what}
        {failure != null && ' · '}
        <Phrase id="home.waits.publication.next" values={{ when: <Ago value={finishedAt ?? startedAt} /> }} />
      </>
    ),
  }));
}

/** People whom an administrator has still to let in. */
function useOutside(session: Session): Waiting[] {
  const text = useText();
  const mayManage = session.can.managePeople && !isOwn(session);
  const people = useInfiniteQuery({
    ...queries.people({ query: '', shown: 'here' }),
    enabled: mayManage && !session.workspace.demo,
  });
  const counts = useQuery({ ...queries.peopleCounts(''), enabled: mayManage });
  if (!mayManage) return [];
  // In the sample company nobody needs a password. Where people are many, those on the first page stand for all.
  const waiting = (people.data?.pages[0]?.items ?? []).filter(({ signInReady }) => !signInReady);
  const more = people.hasNextPage ? 'yes' : 'no';
  const roleless = counts.data?.none ?? 0;
  return [
    ...(waiting.length === 0
      ? []
      : [
          {
            id: 'links',
            to: paths.people(),
            icon: IconUserQuestion,
            what: text('home.waits.links', { count: waiting.length, name: waiting[0]?.name, more }),
            why: text('home.waits.links.next'),
          },
        ]),
    ...(roleless === 0
      ? []
      : [
          {
            id: 'roles',
            to: paths.people({ of: 'none' }),
            icon: IconUserQuestion,
            what: text('home.waits.roles', { count: roleless }),
            why: text('home.waits.roles.next'),
          },
        ]),
  ];
}

interface WaitsForMeProps {
  session: Session;
  /** Publications that stopped half-way and that this person may move on. */
  stopped: readonly Publication[];
}

/** What nobody but this person can move on. */
export function WaitsForMe({ session, stopped }: WaitsForMeProps) {
  const text = useText();
  const waits = [...useMended(stopped), ...useOutside(session)];
  if (waits.length === 0) return null;
  return (
    <Section id="waits" title={text('home.waits')}>
      <ul className={classes.list}>
        {waits.map(({ id, to, icon: Icon, what, why }) => (
          <li key={id} className={classes.item}>
            <Icon size={20} stroke={1.75} className={classes.icon} aria-hidden />
            <span className={classes.text}>
              <Link {...to} className={classes.what}>
                {what}
              </Link>
              <span className={classes.why}>{why}</span>
            </span>
            <IconChevronRight size={20} className={classes.icon} aria-hidden />
          </li>
        ))}
      </ul>
    </Section>
  );
}
