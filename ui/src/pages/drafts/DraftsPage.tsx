import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { actions } from '#/api/actions';
import { failureOf, queries } from '#/api/query';
import type { Draft } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { ListTable } from '#/components/list/ListTable';
import { MainLink } from '#/components/list/MainLink';
import { Ago } from '#/kit/Ago';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { Page, PageHead } from '#/kit/Page';
import { PageTitle } from '#/kit/PageTitle';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { toastDone } from '#/kit/toast';
import { useText } from '#/messages';
import { paths } from '#/paths';

/** What was begun and not finished, to go on with or to let go. */
export function DraftsPage() {
  const text = useText();
  const drafts = useQuery(queries.drafts());
  return (
    <Page>
      <PageHead
        title={<PageTitle tab={text('wizard.drafts.title')}>{text('wizard.drafts.title')}</PageTitle>}
        lead={text('wizard.drafts.lead')}
      />
      {failureOf(drafts) !== null ? (
        <ErrorPage cause={drafts.error} onRetry={() => void drafts.refetch()} />
      ) : drafts.data === undefined ? (
        <ListSkeleton label={text('wizard.drafts.loading')} rows={3} />
      ) : drafts.data.length === 0 ? (
        <EmptyPage
          kind="nothing"
          title={text('wizard.drafts.empty.title')}
          actions={<ButtonLink {...paths.dataProductNew()}>{text('product.list.create')}</ButtonLink>}
        >
          {text('wizard.drafts.empty.body')}
        </EmptyPage>
      ) : (
        <DraftList drafts={drafts.data} />
      )}
    </Page>
  );
}

function DraftList({ drafts }: { drafts: readonly Draft[] }) {
  const text = useText();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['draft'] });
  const titleOf = ({ title }: Draft) => (title === '' ? text('wizard.draft.untitled') : title);
  const remove = useMutation({
    mutationFn: (draft: Draft) => actions.deleteDraft(draft.id),
    onSuccess: async (_, draft) => {
      const { kind, title, step, values } = draft;
      const restore = async () => {
        await actions.createDraft({ kind, title, step, values });
        toastDone(text('wizard.drafts.restored'));
        await refresh();
      };
      toastDone(
        <>
          {text('wizard.drafts.deleted', { title: titleOf(draft) })}{' '}
          <Button size="compact-sm" variant="subtle" onClick={() => void restore()}>
            {text('wizard.drafts.undo')}
          </Button>
        </>,
      );
      await refresh();
    },
  });
  return (
    <>
      {remove.isError && <ProblemAlert cause={remove.error} />}
      <ListTable
        label={text('wizard.drafts.title')}
        items={drafts}
        columns={[
          {
            key: 'title',
            header: text('wizard.drafts.column.title'),
            cell: (draft) => <MainLink {...paths.draft(draft.id)} name={titleOf(draft)} />,
          },
          {
            key: 'kind',
            header: text('wizard.drafts.column.kind'),
            width: '200px',
            cell: ({ kind }) => text(`wizard.draft.kind.${kind}`),
          },
          {
            key: 'saved',
            header: text('wizard.drafts.column.saved'),
            width: '160px',
            cell: ({ updatedAt }) => <Ago value={updatedAt} />,
          },
          {
            key: 'delete',
            header: text('wizard.drafts.column.actions'),
            width: '128px',
            end: true,
            cell: (draft) => (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                c="var(--sv-danger)"
                leftSection={<IconTrash size={16} aria-hidden />}
                aria-label={text('wizard.drafts.deleteThis', { title: titleOf(draft) })}
                loading={remove.isPending && remove.variables.id === draft.id}
                onClick={() => remove.mutate(draft)}
              >
                {text('wizard.drafts.delete')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
