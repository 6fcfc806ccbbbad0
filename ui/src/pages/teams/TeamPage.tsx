import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { actions } from '#/api/actions';
import { asProblem } from '#/api/problem';
import { queries } from '#/api/query';
import type { Team } from '#/api/types';
import { Found } from '#/components/things/Found';
import { ThingItem, ThingSection } from '#/components/things/ThingList';
import classes from '#/components/things/ThingPage.module.css';
import { Ago } from '#/kit/Ago';
import { Confirm } from '#/kit/Confirm';
import { Copyable } from '#/kit/Copyable';
import { ButtonLink } from '#/kit/links';
import { Fact, Facts, Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { PersonMark } from '#/kit/PersonMark';
import { useProblemText } from '#/kit/problemText';
import { toastDone, toastFailed } from '#/kit/toast';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';

export function TeamPage() {
  const text = useText();
  const { slug } = useParams({ from: '/signed-in/framed/teams/$slug' });
  const team = useQuery(queries.team(slug));
  return (
    <Found
      asked={team}
      loading={text('team.page.loading')}
      rows={4}
      elsewhere={
        <ButtonLink {...paths.teams()} variant="default">
          {text('team.list.none.clear')}
        </ButtonLink>
      }
    >
      {(found) => <TeamView team={found} />}
    </Found>
  );
}

function TeamView({ team }: { team: Team }) {
  const text = useText();
  const { slug, name, purpose, members, domains, can } = team;
  return (
    <Page>
      <PageHead
        kind={text('team.page.kind')}
        title={
          <PageTitle tab={name}>
            <bdi>{name}</bdi>
          </PageTitle>
        }
        lead={
          <span className={classes.purpose} dir="auto">
            {purpose}
          </span>
        }
        actions={
          <>
            {can.edit && (
              <ButtonLink
                {...paths.teamEdit(slug)}
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                {text('team.page.edit')}
              </ButtonLink>
            )}
            {can.delete && <DeleteTeam team={team} />}
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.main} style={{ gap: 32 }}>
          <ThingSection title={text('team.members')} count={members.length}>
            {members.map(({ person, lead }) => (
              <ThingItem
                key={person.id}
                {...paths.person(person.id)}
                name={person.name}
                picture={<PersonMark name={person.name} />}
                marks={lead ? [text('team.page.lead')] : []}
              />
            ))}
          </ThingSection>
          <ThingSection
            title={text('team.page.domains')}
            count={domains.length}
            nothing={text('team.page.domains.none')}
          >
            {domains.map((domain) => (
              <ThingItem key={domain.id} {...paths.domain(domain.slug)} name={domain.name} />
            ))}
          </ThingSection>
        </div>
        <aside className={classes.facts} aria-label={text('team.page.facts')}>
          <Facts>
            <Fact name={text('team.readableId')}>
              <Copyable value={slug} thing={text('team.readableId')} />
            </Fact>
            <Fact name={text('team.page.changed')}>
              <Ago value={team.updatedAt} />
            </Fact>
            <Fact name={text('team.page.created')}>
              <Ago value={team.createdAt} />
            </Fact>
          </Facts>
        </aside>
      </div>
    </Page>
  );
}

/** Deletes a team, once nothing names it; what still does is said. */
function DeleteTeam({ team }: { team: Team }) {
  const text = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => actions.deleteTeam(team.id, team.revision),
    onSuccess: async () => {
      setAsking(false);
      toastDone(text('team.deleted', { name: team.name }));
      await navigate(paths.teams());
      queryClient.removeQueries({ queryKey: ['team', 'one'] });
      await queryClient.invalidateQueries({ queryKey: ['team', 'list'] });
    },
    onError: (cause) => {
      setAsking(false);
      const { what, kept, next } = problemText(asProblem(cause));
      toastFailed(`${kept} ${next}`, what);
    },
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={text('team.page.more')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking(true)}>
            {text('team.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        title={<Phrase id="team.delete.title" values={{ name: <bdi key="name">{team.name}</bdi> }} />}
        body={text('team.delete.body', { count: team.members.length })}
        action={text('team.delete')}
        pending={remove.isPending}
        onConfirm={() => remove.mutate()}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
