import { Badge, Button } from '@mantine/core';
import { IconPlus, IconStack2, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#/api/query';
import { formatBytes } from '#/format/number';
import { host, type LocalWorkspace } from '#/host';
import { Ago } from '#/kit/Ago';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { BareWeave } from '#/kit/weave/BareWeave';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import { DeleteWorkspace } from './DeleteWorkspace';
import classes from './WorkspacesPage.module.css';

/** The workspaces on this computer: which there are, and leaving one for good. */
export function WorkspacesPage() {
  const text = useText();
  const here = useQuery(queries.localWorkspaces());
  const [deleting, setDeleting] = useState<LocalWorkspace | null>(null);
  const open = useMutation({
    mutationFn: async (key: string) => host.workspaces?.open(key),
    onSuccess: () => location.assign('/'),
  });
  if (here.isError) return <ErrorPage level={1} cause={here.error} onRetry={() => void here.refetch()} />;
  if (here.data === null) {
    return (
      <EmptyPage picture={<BareWeave />} title={text('workspace.server.title')} level={1}>
        {text('workspace.server.body')}
      </EmptyPage>
    );
  }
  return (
    <Page width="read">
      <PageHead
        title={<PageTitle tab={text('workspace.all')}>{text('workspace.all')}</PageTitle>}
        lead={text('workspace.all.lead')}
        actions={
          <ButtonLink {...paths.welcome()} leftSection={<IconPlus size={16} aria-hidden />}>
            {text('workspace.add')}
          </ButtonLink>
        }
      />
      {open.isError && <ProblemAlert cause={open.error} />}
      <ul className={classes.list}>
        {here.data?.workspaces.map((workspace) => {
          const { key, about } = workspace;
          const name = about?.name ?? text('workspace.unreadable');
          const isOpen = key === here.data?.open;
          return (
            <li key={key} className={classes.workspace}>
              <span className={classes.icon}>
                <IconStack2 size={24} stroke={1.75} aria-hidden />
              </span>
              <div className={classes.text}>
                <h2 className={classes.name}>
                  <bdi>{name}</bdi>
                  {isOpen && (
                    <Badge variant="light" tt="none">
                      {text('workspace.isOpen')}
                    </Badge>
                  )}
                  {about?.sample && (
                    <Badge variant="light" color="gray" tt="none">
                      {text('frame.workspace.demo')}
                    </Badge>
                  )}
                </h2>
                <p className={classes.about}>
                  {about === null ? (
                    text('workspace.unreadable.about')
                  ) : (
                    <Phrase
                      id="workspace.facts"
                      values={{
                        holds: text('workspace.holds', { domains: about.domains, products: about.dataProducts }),
                        size: formatBytes(about.sizeBytes),
                        ago: <Ago value={about.createdAt} />,
                      }}
                    />
                  )}
                </p>
              </div>
              {!isOpen && (
                <Button
                  variant="default"
                  loading={open.isPending && open.variables === key}
                  onClick={() => open.mutate(key)}
                  aria-label={text('workspace.open.named', { name })}
                >
                  {text('workspace.open')}
                </Button>
              )}
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => setDeleting(workspace)}
                aria-label={text('workspace.delete.named', { name })}
              >
                {text('workspace.delete')}
              </Button>
            </li>
          );
        })}
      </ul>
      <DeleteWorkspace workspace={deleting} onClose={() => setDeleting(null)} />
    </Page>
  );
}
