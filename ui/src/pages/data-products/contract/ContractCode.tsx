import { Button, CopyButton, SegmentedControl } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { type ContractDocument, contractDocuments, contractQueries } from '#/api/contract';
import { asProblem } from '#/api/problem';
import { failureOf } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import { host } from '#/host';
import { ErrorPage } from '#/kit/ErrorPage';
import { useProblemText } from '#/kit/problemText';
import { toastDone, toastFailed } from '#/kit/toast';
import { useText } from '#/messages';
import classes from './Contract.module.css';
import { piecesOf } from './yaml';

/** The documents as they are saved and as other programs read them. */
export function ContractCode({ product }: { product: DataProduct }) {
  const text = useText();
  const problemText = useProblemText();
  const [kind, setKind] = useState<ContractDocument>('odcs');
  const document = useQuery(contractQueries.document(product.id, kind));
  const save = useMutation({
    mutationFn: async (yaml: string) => {
      const name = text('contract.code.fileName', { product: product.slug, kind });
      return (await host.saveFile({ name, text: yaml })) ? name : null;
    },
    onSuccess: (name) => {
      if (name !== null) toastDone(text('contract.code.saved', { name }));
    },
    onError: (cause) => {
      const { what, kept, next } = problemText(asProblem(cause));
      toastFailed(`${kept} ${next}`, what);
    },
  });
  return (
    <section className={classes.code} aria-label={text('contract.form.code')}>
      <div className={classes.bar}>
        <SegmentedControl<ContractDocument>
          aria-label={text('contract.code.which')}
          value={kind}
          onChange={setKind}
          data={contractDocuments.map((each) => ({ value: each, label: text(`contract.code.${each}`) }))}
        />
        {document.data !== undefined && (
          <div className={classes.actions}>
            <CopyButton value={document.data}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
                  onClick={copy}
                >
                  {text(copied ? 'kit.copied' : 'contract.code.copy')}
                </Button>
              )}
            </CopyButton>
            <Button
              variant="default"
              loading={save.isPending}
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => save.mutate(document.data)}
            >
              {text('contract.code.save')}
            </Button>
          </div>
        )}
      </div>
      <p className={classes.about}>{text(`contract.code.${kind}.about`)}</p>
      {failureOf(document) !== null ? (
        <ErrorPage cause={document.error} onRetry={() => void document.refetch()} />
      ) : document.data === undefined ? (
        <ListSkeleton label={text('contract.loading')} rows={8} />
      ) : (
        <Yaml label={text(`contract.code.${kind}`)} yaml={document.data} />
      )}
    </section>
  );
}

function Yaml({ label, yaml }: { label: string; yaml: string }) {
  return (
    <section className={classes.yaml} aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} dir="ltr" translate="no">
        <code>
          {piecesOf(yaml).map((pieces, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name
            <Fragment key={line}>
              {pieces.map(({ kind, text }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have their pieces
                <span key={at} data-kind={kind}>
                  {text}
                </span>
              ))}
              {'\n'}
            </Fragment>
          ))}
        </code>
      </pre>
    </section>
  );
}
