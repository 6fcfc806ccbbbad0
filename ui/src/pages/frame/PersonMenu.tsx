import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLogout, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import { isOwn } from '#/api/session';
import type { Session } from '#/api/types';
import { PersonMark } from '#/kit/PersonMark';
import { useText } from '#/messages';
import classes from './PersonMenu.module.css';
import { useAccount } from './useAccount';

/** Who is signed in; in a demo workspace also who else to be. */
export function PersonMenu({ session }: { session: Session }) {
  const text = useText();
  const { signOut, become } = useAccount();
  const workspace = useQuery(queries.workspace());
  const { person } = session;
  const role = text(`frame.role.${person.role ?? 'none'}`);

  // In a window on this computer there is nowhere to sign out to.
  const signsIn = session.workspace.kind === 'server';
  const personas = workspace.data?.personas ?? [];
  const face = (
    <>
      <PersonMark name={person.name} />
      <span className={classes.text}>
        <bdi className={classes.name}>{person.name}</bdi>
        <span className={classes.role}>{role}</span>
      </span>
    </>
  );
  if (isOwn(session)) return <div className={classes.root}>{face}</div>;
  return (
    <Menu withInitialFocusPlaceholder={false} width={264} position="top-start" shadow="lg" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.root} data-button>
          {face}
          <IconSelector className={classes.chevron} size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={text(personas.length > 0 ? 'frame.personas' : 'frame.account')}>
        {personas.length > 0 && <Menu.Label aria-hidden>{text('frame.personas')}</Menu.Label>}
        {personas.map(({ persona, name, role: personaRole }) => (
          <Menu.Item
            key={persona}
            leftSection={<PersonMark name={name} size={28} />}
            rightSection={name === person.name ? <IconCheck size={16} aria-label={text('frame.personaNow')} /> : null}
            onClick={() => become(persona)}
          >
            <bdi className={classes.name}>{name}</bdi>
            <span className={classes.role}>
              {text(`frame.persona.${persona}`, { role: text(`frame.role.${personaRole}`) })}
            </span>
          </Menu.Item>
        ))}
        {signsIn && personas.length > 0 && <Menu.Divider />}
        {signsIn && (
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={signOut}>
            {text('frame.signOut')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
