import { Button, Progress } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import type { Preview } from '#/api/types';
import { fieldId } from '#/components/form/issues';
import { formatBytes, formatShare } from '#/format/number';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { LoomWeave } from '#/kit/weave/LoomWeave';
import { useText } from '#/messages';
import classes from './File.module.css';
import { FileChoice } from './FileChoice';
import { FileProblem } from './FileProblem';
import { takeHandedFile } from './handedFile';
import { IntakePanel } from './intake/IntakePanel';
import type { IntakeProps } from './intake/intake';
import { Recognised } from './intake/Recognised';
import { PreviewSkeleton } from './PreviewSkeleton';
import { type HeldFile, useFileUpload } from './useFileUpload';
import { useWindowDrop } from './useWindowDrop';

interface FileFieldProps {
  path: string;
  file: HeldFile | null;
  onFile: (file: HeldFile | null) => void;
  invalid: boolean;
  /** How the file is read, where it is changed, and what is wrong with that. */
  intake: IntakeProps;
  /** Says that choices of an earlier file are offered first. */
  offered?: string | undefined;
  /** What is shown of the file once it is understood. */
  children: (preview: Preview) => ReactNode;
}

/** The file of a data product: dropped or chosen, sent, and shown as it was understood. */
export function FileField({ path, file, onFile, invalid, intake, offered, children }: FileFieldProps) {
  const text = useText();
  const { sending, send, stop, resume } = useFileUpload(onFile);
  const over = useWindowDrop({
    onFile: (dropped) => void send(dropped),
    onHanded: ({ uploadId, fileName }) => onFile({ id: uploadId, fileName: fileName ?? '' }),
  });
  const [handed] = useState(takeHandedFile);
  useEffect(() => {
    if (handed) void send(handed);
  }, [handed, send]);

  if (sending.phase === 'sending') {
    const part = sending.total === 0 ? 0 : sending.sent / sending.total;
    return (
      <div className={classes.progress}>
        <div className={classes.file}>
          <IconFileText size={20} aria-hidden />
          <bdi className={classes.fileName}>{sending.fileName}</bdi>
          <span className={classes.fileFacts} role="status">
            {text('product.file.sent', {
              sent: formatBytes(sending.sent),
              total: formatBytes(sending.total),
              share: formatShare(part),
            })}
          </span>
          <span className={classes.space} />
          <Button variant="default" size="xs" onClick={stop}>
            {text('product.file.stop')}
          </Button>
        </div>
        <Progress value={part * 100} aria-label={text('product.file.sending')} />
      </div>
    );
  }
  if (sending.phase === 'failed') {
    return (
      <div className={classes.preview}>
        <ProblemAlert cause={sending.cause} onRetry={resume} />
        <FileDropZone path={path} over={over} invalid={false} onSend={send} onHeld={onFile} />
      </div>
    );
  }
  if (file === null) return <FileDropZone path={path} over={over} invalid={invalid} onSend={send} onHeld={onFile} />;
  return (
    <HeldFilePreview file={file} onSend={send} onFile={onFile} path={path} intake={intake} offered={offered}>
      {children}
    </HeldFilePreview>
  );
}

interface FileDropZoneProps {
  path: string;
  over: boolean;
  invalid: boolean;
  onSend: (file: File) => Promise<void>;
  onHeld: (file: HeldFile) => void;
}

function FileDropZone({ path, over, invalid, onSend, onHeld }: FileDropZoneProps) {
  const text = useText();
  return (
    <div className={classes.drop} data-over={over || undefined} data-invalid={invalid || undefined}>
      <div className={classes.dropPicture} aria-hidden>
        <LoomWeave />
      </div>
      <p className={classes.dropTitle}>{text(over ? 'product.file.letGo' : 'product.file.drop')}</p>
      <p className={classes.dropHelp}>{text('product.file.kinds')}</p>
      <FileChoice
        id={fieldId(path)}
        label={text('product.file.choose')}
        onFile={(chosen) => void onSend(chosen)}
        onHeld={onHeld}
      />
    </div>
  );
}

type HeldFilePreviewProps = Pick<FileFieldProps, 'path' | 'intake' | 'offered' | 'children'> & {
  file: HeldFile;
  onSend: (file: File) => Promise<void>;
  onFile: (file: HeldFile | null) => void;
};

function HeldFilePreview({ path, file, intake, offered, children, onSend, onFile }: HeldFilePreviewProps) {
  const text = useText();
  const upload = useQuery(queries.upload(file.id));
  const { chosen } = intake;
  const preview = useQuery({
    ...queries.preview(file.id, chosen),
    enabled: upload.data?.complete === true,
    // While a choice is tried, the rows stay where they are.
    placeholderData: (before, made) => (made?.queryKey[1] === file.id ? before : undefined),
  });
  // What was recognised stays known while a choice is tried that makes the file unreadable.
  const [known, setKnown] = useState<Preview | null>(null);
  const read = preview.isPlaceholderData ? undefined : preview.data;
  if (read !== undefined && read !== known) setKnown(read);
  const before = known?.uploadId === file.id ? known.intake : undefined;
  const fileName = upload.data?.fileName;
  // A file that the machine handed over tells its name only now.
  useEffect(() => {
    if (fileName !== undefined && file.fileName === '') onFile({ id: file.id, fileName });
  }, [fileName, file, onFile]);

  const facts = useRef<HTMLDivElement>(null);
  // The field that chose the file is gone now; reading goes on here, unless something else was turned to.
  useEffect(() => {
    if (document.activeElement === document.body) facts.current?.focus();
  }, []);

  const choose = (variant: 'filled' | 'default', label: string) => (
    <FileChoice
      id={fieldId(path)}
      variant={variant}
      label={label}
      onFile={(chosen) => void onSend(chosen)}
      onHeld={onFile}
    />
  );
  const factsRow = (
    <div className={classes.file} ref={facts} tabIndex={-1}>
      <IconFileText size={20} aria-hidden />
      <bdi className={classes.fileName}>{file.fileName}</bdi>
      <span className={classes.fileFacts}>{upload.data && formatBytes(upload.data.sizeBytes)}</span>
      <span className={classes.space} />
      {choose('default', text('product.file.chooseOther'))}
    </div>
  );
  const failure = upload.error ?? preview.error;
  const chose = Object.values(chosen).some((value) => value != null);
  const beyond = isProblem(failure, 'file_empty') && (chosen.skippedLines ?? 0) > 0;
  // A file that can't be read because of a choice can be read by another one.
  const choosable = failure === null ? preview.data !== undefined && preview.data.format !== 'parquet' : chose || isProblem(failure, 'file_unreadable');
  return (
    <div className={classes.preview}>
      {failure === null || beyond ? (
        factsRow
      ) : (
        <FileProblem
          fileName={file.fileName}
          cause={failure}
          onRetry={() => void (upload.isError ? upload.refetch() : preview.refetch())}
          choose={choose('filled', text('product.file.chooseOther'))}
        />
      )}
      {choosable ? (
        <IntakePanel
          {...intake}
          preview={failure === null ? preview.data : undefined}
          before={before}
          beyond={beyond}
          offered={offered}
          busy={preview.isPlaceholderData}
        />
      ) : (
        failure === null && preview.data && <Recognised preview={preview.data} />
      )}
      {failure === null &&
        (preview.data ? (
          <div className={classes.read} aria-busy={preview.isPlaceholderData || undefined}>
            {children(preview.data)}
          </div>
        ) : (
          <PreviewSkeleton label={text('product.file.reading')} />
        ))}
    </div>
  );
}
