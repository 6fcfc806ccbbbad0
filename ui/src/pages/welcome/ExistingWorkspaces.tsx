import { IconStack2 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { host, type LocalWorkspace } from '#/host';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import { Card } from './Card';
import classes from './WelcomePage.module.css';

/** Workspaces that are there already, when none is open. */
export function ExistingWorkspaces({ workspaces }: { workspaces: readonly LocalWorkspace[] }) {
  const text = useText();
  const open = useMutation({
    mutationFn: async (key: string) => host.workspaces?.open(key),
    onSuccess: () => location.assign('/'),
  });
  return (
    <>
      {open.isError && <ProblemAlert cause={open.error} />}
      <ul className={classes.list}>
        {workspaces.map(({ key, about }) => (
          <Card
            key={key}
            icon={IconStack2}
            name={<bdi>{about?.name ?? text('workspace.unreadable')}</bdi>}
            about={
              about === null
                ? text('workspace.unreadable.about')
                : text('workspace.holds', { domains: about.domains, products: about.dataProducts })
            }
            disabled={open.isPending || open.isSuccess}
            onChoose={() => open.mutate(key)}
          />
        ))}
      </ul>
      <h2 className={classes.subtitle}>{text('workspace.welcome.orNew')}</h2>
    </>
  );
}
