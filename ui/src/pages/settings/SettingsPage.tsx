import { Group, SegmentedControl, Text, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import { isOwn, useSession } from '#/api/session';
import { Tokens } from '#/components/tokens/Tokens';
import { Fact, Facts, Page } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { Panel } from '#/kit/Panel';
import { useText } from '#/messages';
import { BackUp } from './BackUp';
import { Notices } from './Notices';
import { Workers } from './Workers';
import { WorkspaceName } from './WorkspaceName';

const SCHEMES = [
  { value: 'auto', icon: IconDeviceDesktop },
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
] as const;

type Scheme = (typeof SCHEMES)[number]['value'];

export function SettingsPage() {
  const text = useText();
  const session = useSession();
  const workspace = useQuery(queries.workspace());
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Page width="read">
      <PageTitle tab={text('frame.settings')}>{text('frame.settings')}</PageTitle>

      <Panel id="appearance" title={text('settings.appearance')} lead={text('settings.appearance.lead')}>
        <SegmentedControl<Scheme>
          aria-label={text('settings.appearance')}
          value={colorScheme}
          onChange={setColorScheme}
          data={SCHEMES.map(({ value, icon: Icon }) => ({
            value,
            label: (
              <Group gap={8} wrap="nowrap" justify="center">
                <Icon size={16} aria-hidden />
                {text(`settings.appearance.${value}`)}
              </Group>
            ),
          }))}
        />
      </Panel>

      <Notices own={isOwn(session)} />

      {!isOwn(session) && (
        <Panel id="account" title={text('settings.account')}>
          <Facts>
            <Fact name={text('access.name')}>
              <bdi>{session.person.name}</bdi>
            </Fact>
            <Fact name={text('access.email')}>
              <bdi>{session.person.email}</bdi>
            </Fact>
            <Fact name={text('settings.account.role')}>
              {text(`frame.role.${session.person.role ?? 'none'}`)}
              {session.person.role != null && <Text c="dimmed">{text(`settings.role.${session.person.role}`)}</Text>}
            </Fact>
          </Facts>
        </Panel>
      )}

      {session.workspace.kind === 'server' && (
        <Tokens
          lead={text('settings.tokens.lead')}
          none={text('settings.tokens.none')}
          tokens={queries.accessTokens()}
          create={actions.createAccessToken}
          revoke={actions.deleteAccessToken}
        />
      )}

      {session.can.manageWorkspace && <WorkspaceName session={session} />}
      {session.can.manageWorkspace && <BackUp />}

      {session.can.seeCatalog && <Workers />}

      <Panel id="about" title={text('settings.about')}>
        <Facts>
          <Fact name={text('settings.about.workspace')}>
            <bdi>{session.workspace.name}</bdi>
            {' · '}
            {text(session.workspace.demo ? 'frame.workspace.demo' : `frame.workspace.${session.workspace.kind}`)}
          </Fact>
          {workspace.data !== undefined && <Fact name={text('settings.about.version')}>{workspace.data.version}</Fact>}
        </Facts>
      </Panel>
    </Page>
  );
}
