import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatBytes } from '#/format/number';
import { host, type LocalWorkspace } from '#/host';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { Phrase, useText } from '#/messages';
import classes from './WorkspacesPage.module.css';

interface DeleteWorkspaceProps {
  /** The one that is to go; none while nothing is asked. */
  workspace: LocalWorkspace | null;
  onClose: () => void;
}

/** Says what will be lost, and deletes once the name was typed. */
export function DeleteWorkspace({ workspace, onClose }: DeleteWorkspaceProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const remove = useMutation({
    mutationFn: async (gone: LocalWorkspace) => host.workspaces?.delete(gone.key, typed),
    // The open one may have been deleted: the page begins anew with what is open now.
    onSuccess: () => location.assign('/'),
  });
  const about = workspace?.about ?? null;
  const name = about?.name ?? text('workspace.unreadable');
  const close = () => {
    setTyped('');
    remove.reset();
    onClose();
  };
  return (
    <Modal
      opened={workspace !== null}
      onClose={close}
      title={text('workspace.delete.title', { name })}
      closeButtonProps={{ 'aria-label': text('kit.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (workspace !== null) remove.mutate(workspace);
        }}
      >
        {remove.isError && <ProblemAlert cause={remove.error} />}
        <p>{text('workspace.delete.lead')}</p>
        {about !== null && (
          <ul className={classes.lost}>
            <li>{text('workspace.holds', { domains: about.domains, products: about.dataProducts })}</li>
            <li>{text('workspace.delete.files', { size: formatBytes(about.sizeBytes) })}</li>
            <li>{text('workspace.delete.audit')}</li>
          </ul>
        )}
        <TextInput
          label={<Phrase id="workspace.delete.type" values={{ name: <bdi>{name}</bdi> }} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={close}>
            {text('kit.cancel')}
          </Button>
          <Button
            type="submit"
            color="red"
            disabled={typed.trim() !== name.trim()}
            loading={remove.isPending || remove.isSuccess}
          >
            {text('workspace.delete.submit')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
