import { Button, Group, Modal, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { auditActions } from '#/api/audit';
import { isProblem } from '#/api/problem';
import type { AuditVerification } from '#/api/types';
import { formatMoment } from '#/format/time';
import { Copyable } from '#/kit/Copyable';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import classes from './AuditPage.module.css';

function Finding({ good, title, children }: { good: boolean; title: string; children?: ReactNode }) {
  return (
    <div className={classes.finding} data-good={good || undefined}>
      {good ? <IconCircleCheck size={20} aria-hidden /> : <IconAlertTriangle size={20} aria-hidden />}
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  );
}

function Result({ result }: { result: AuditVerification }) {
  const text = useText();
  const { brokenAt, compared, fingerprint, holdsTo, lastAt } = result;
  return (
    <div className={classes.result} role="status">
      {brokenAt === null ? (
        <Finding good title={text('audit.check.holds', { count: holdsTo })}>
          {lastAt !== null && <p>{text('audit.check.holds.until', { moment: formatMoment(lastAt) })}</p>}
        </Finding>
      ) : (
        <Finding good={false} title={text('audit.check.broken', { at: brokenAt })}>
          <p>{text('audit.check.broken.body', { at: brokenAt, count: holdsTo })}</p>
          <p>{text('audit.check.broken.next')}</p>
        </Finding>
      )}
      {compared !== null && <Finding good={compared === 'fits'} title={text(`audit.check.${compared}`)} />}
      {fingerprint !== null && (
        <div>
          <p className={classes.soft}>{text('audit.check.limit')}</p>
          <h3 className={classes.fingerprint}>{text('audit.check.fingerprint')}</h3>
          <div className={classes.whole}>
            <Copyable value={fingerprint} thing={text('audit.check.fingerprint.thing')} />
          </div>
        </div>
      )}
    </div>
  );
}

/** Checks whether the audit is what was written, and says plainly what such a check can't see. */
export function ChainCheck({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const text = useText();
  const [kept, setKept] = useState('');
  const check = useMutation({ mutationFn: () => auditActions.verify(kept) });
  const malformed = check.isError && isProblem(check.error, 'invalid');
  return (
    <Modal
      opened={opened}
      onClose={() => {
        check.reset();
        onClose();
      }}
      size="lg"
      title={text('audit.check.title')}
      closeButtonProps={{ 'aria-label': text('kit.close') }}
    >
      <form
        className={classes.check}
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate();
        }}
      >
        <p className={classes.soft}>{text('audit.check.lead')}</p>
        <TextInput
          label={text('audit.check.kept')}
          description={text('audit.check.kept.help')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={kept}
          onChange={(event) => setKept(event.currentTarget.value)}
          error={malformed && text('audit.check.kept.malformed')}
          autoComplete="off"
          spellCheck={false}
        />
        {check.isError && !malformed && <ProblemAlert cause={check.error} />}
        {check.data !== undefined && <Result result={check.data} />}
        <Group justify="flex-end">
          <Button type="submit" loading={check.isPending} data-autofocus>
            {text(check.data === undefined ? 'audit.check.run' : 'audit.check.again')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
