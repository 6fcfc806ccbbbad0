import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconDoorExit, IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '#/api/query';
import { useSession } from '#/api/session';
import type { Person } from '#/api/types';
import { Activity } from '#/components/activity/Activity';
import { RecentPlan } from '#/components/plan/RecentPlan';
import { Found } from '#/components/things/Found';
import { MenuLink } from '#/components/things/MenuLink';
import classes from '#/components/things/ThingPage.module.css';
import { Ago } from '#/kit/Ago';
import { ButtonLink } from '#/kit/links';
import { Fact, Facts, Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { PersonMark } from '#/kit/PersonMark';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { PersonHoldings } from './PersonHoldings';
import titleClasses from './PersonPage.module.css';
import { RoleSelect } from './RoleSelect';
import { SignInLinkWindow } from './SignInLinkWindow';
import { SignInState } from './SignInState';

/** One person: who they are here, and what they own and decide. */
export function PersonPage() {
  const text = useText();
  const { id } = useParams({ from: '/signed-in/framed/people/$id' });
  const person = useQuery(queries.person(id));
  return (
    <Found
      asked={person}
      loading={text('people.page.loading')}
      elsewhere={
        <ButtonLink {...paths.people()} variant="default">
          {text('people.none.clear')}
        </ButtonLink>
      }
    >
      {(found) => <PersonView person={found} />}
    </Found>
  );
}

function PersonView({ person }: { person: Person }) {
  const text = useText();
  const session = useSession();
  const [linking, setLinking] = useState(false);
  const manages = session.can.managePeople && person.leftAt == null;
  return (
    <Page>
      <PageHead
        kind={text(person.id === session.person.id ? 'people.page.kind.you' : 'people.page.kind')}
        title={
          <PageTitle tab={person.name} className={titleClasses.title}>
            <PersonMark name={person.name} size={40} />
            <bdi>{person.name}</bdi>
          </PageTitle>
        }
        lead={text(`people.page.role.${person.leftAt == null ? (person.role ?? 'none') : 'left'}`)}
        actions={
          session.can.managePeople && person.leftAt != null ? (
            <ButtonLink {...paths.personReturn(person.id)} variant="default">
              {text('people.page.return')}
            </ButtonLink>
          ) : (
            manages && (
              <>
                <Button
                  variant="default"
                  leftSection={<IconLink size={16} aria-hidden />}
                  onClick={() => setLinking(true)}
                >
                  {text('people.link')}
                </Button>
                {person.id !== session.person.id && (
                  <Menu position="bottom-end" withinPortal={false}>
                    <Menu.Target>
                      <ActionIcon variant="default" size={36} aria-label={text('people.page.more')}>
                        <IconDots size={16} aria-hidden />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <MenuLink {...paths.personLeave(person.id)} leftSection={<IconDoorExit size={16} aria-hidden />}>
                        {text('people.page.leave', { name: person.name })}
                      </MenuLink>
                    </Menu.Dropdown>
                  </Menu>
                )}
              </>
            )
          )
        }
      />
      {session.can.managePeople && (
        <RecentPlan
          subject={person.id}
          opposite={(plan) =>
            plan.kind === 'welcome-back' || plan.kind === 'replace-person' ? (
              <ButtonLink
                {...(plan.kind === 'welcome-back' ? paths.personReturn(person.id) : paths.personLeave(person.id))}
                variant="default"
                size="sm"
              >
                {text(`plan.opposite.${plan.kind}`)}
              </ButtonLink>
            ) : null
          }
        />
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <PersonHoldings person={person} self={person.id === session.person.id} />
          <section className={classes.main} aria-labelledby="person-activity">
            <h2 className={classes.section} id="person-activity">
              {text('domain.page.activity')}
            </h2>
            <Activity kind="person" id={person.id} name={person.name} />
          </section>
        </div>
        <aside className={classes.facts} aria-label={text('people.page.facts')}>
          <Facts>
            <Fact name={text('people.role')}>
              {manages ? (
                <RoleSelect person={person} />
              ) : (
                text(person.leftAt == null ? `frame.role.${person.role ?? 'none'}` : 'people.role.gone')
              )}
            </Fact>
            <Fact name={text('people.column.state')}>
              <SignInState person={person} />
            </Fact>
            <Fact name={text('access.email')}>
              <bdi>{person.email}</bdi>
            </Fact>
            <Fact name={text('people.column.since')}>
              <Ago value={person.createdAt} />
            </Fact>
          </Facts>
        </aside>
      </div>
      <SignInLinkWindow person={linking ? person : null} onClose={() => setLinking(false)} />
    </Page>
  );
}
