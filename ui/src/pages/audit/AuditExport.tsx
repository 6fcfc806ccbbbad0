import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type AuditFilter, auditActions } from '#/api/audit';
import { asProblem } from '#/api/problem';
import { host } from '#/host';
import { useProblemText } from '#/kit/problemText';
import { toastDone, toastFailed } from '#/kit/toast';
import { useText } from '#/messages';

/** Saves what the filters show as a file. */
export function AuditExport({ filter }: { filter: AuditFilter }) {
  const text = useText();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'ndjson') => {
      const day = new Date().toISOString().slice(0, 10);
      const name = text('audit.export.fileName', { day, format });
      const saved = await host.saveFile({ name, text: await auditActions.exported(format, filter) });
      return saved ? name : null;
    },
    onSuccess: (name) => {
      if (name !== null) toastDone(text('audit.export.done', { name }));
      void queryClient.invalidateQueries({ queryKey: ['audit'] });
    },
    onError: (cause) => {
      const { what, kept, next } = problemText(asProblem(cause));
      toastFailed(`${kept} ${next}`, what);
    },
  });
  const filtered = Object.keys(filter).length > 0;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          loading={save.isPending}
          leftSection={<IconDownload size={16} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {text('audit.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={320}>
        <Menu.Label>{text(filtered ? 'audit.export.filtered' : 'audit.export.all')}</Menu.Label>
        {(['csv', 'ndjson'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => save.mutate(format)}>
            {text(`audit.export.${format}`)}
            <small style={{ display: 'block', color: 'var(--sv-text-soft)', fontSize: 14 }}>
              {text(`audit.export.${format}.help`)}
            </small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
