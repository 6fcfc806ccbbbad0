import { Loader, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector, IconSettings, IconStack2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { asProblem } from '#/api/problem';
import { queries } from '#/api/query';
import type { Session } from '#/api/types';
import { host } from '#/host';
import { useProblemText } from '#/kit/problemText';
import { toastFailed } from '#/kit/toast';
import { Mark } from '#/kit/weave/Mark';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './WorkspaceSwitcher.module.css';

const ICON = { size: 18, stroke: 1.75, 'aria-hidden': true } as const;

/** Which workspace this is; on one's own computer also the way to the others. */
export function WorkspaceSwitcher({ session }: { session: Session }) {
  const text = useText();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const here = useQuery(queries.localWorkspaces());
  const change = useMutation({
    mutationFn: async (key: string) => host.workspaces?.open(key),
    // Everything on the screen is the other workspace's; nothing of this one may stay.
    onSuccess: () => location.assign('/'),
    onError: (cause) => {
      const { what, kept, next } = problemText(asProblem(cause));
      toastFailed(`${kept} ${next}`, what);
    },
  });
  const { name, demo, kind } = session.workspace;
  const kindText = text(demo ? 'frame.workspace.demo' : `frame.workspace.${kind}`);
  const face = (
    <>
      {change.isPending ? <Loader size={32} aria-label={text('workspace.opening')} /> : <Mark size={32} />}
      <span className={classes.workspaceText}>
        <bdi className={classes.workspaceName} title={name}>
          {name}
        </bdi>
        <span className={classes.workspaceKind}>{kindText}</span>
      </span>
    </>
  );
  if (here.data == null) return <div className={classes.workspace}>{face}</div>;
  const { open, workspaces } = here.data;
  return (
    <Menu withInitialFocusPlaceholder={false} width={288} position="bottom-start" shadow="lg" withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={classes.workspace} data-button>
          {face}
          <VisuallyHidden>{text('workspace.switcher')}</VisuallyHidden>
          <IconSelector className={classes.chevron} size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={text('workspace.all')}>
        <Menu.Label aria-hidden>{text('workspace.all')}</Menu.Label>
        {workspaces.map(({ key, about }) => (
          <Menu.Item
            key={key}
            leftSection={<IconStack2 {...ICON} />}
            rightSection={key === open ? <IconCheck size={16} aria-label={text('workspace.isOpen')} /> : null}
            disabled={change.isPending}
            onClick={() => {
              if (key !== open) change.mutate(key);
            }}
          >
            <bdi className={classes.item}>{about?.name ?? text('workspace.unreadable')}</bdi>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPlus {...ICON} />} onClick={() => void navigate(paths.welcome())}>
          {text('workspace.add')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSettings {...ICON} />} onClick={() => void navigate(paths.workspaces())}>
          {text('workspace.manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
