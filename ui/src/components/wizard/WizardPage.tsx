import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { isProblem } from '#/api/problem';
import { queries } from '#/api/query';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { useText } from '#/messages';
import { Wizard, type WizardProps } from './Wizard';

type WizardPageProps<V extends object> = Omit<WizardProps<V>, 'draft'> & {
  /** Begins anew, without the draft that isn't there any more. */
  onAnew: () => void;
};

/** A wizard, begun or taken up again from the draft that the address names. */
export function WizardPage<V extends object>(props: WizardPageProps<V>) {
  const { place, wizard, onAnew } = props;
  const text = useText();
  // A draft that this very wizard has made while it was open needs no reading.
  const opened = useRef(place.draft);
  const reading = useRef(place.draft !== undefined);
  const draft = useQuery({
    ...queries.draft(opened.current ?? ''),
    enabled: reading.current,
    // Taking up a draft must begin with what is stored now; after that the wizard knows better.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
  if (reading.current) {
    if (draft.isError) {
      return (
        <main>
          {isProblem(draft.error, 'not_found') ? (
            <EmptyPage
              level={1}
              kind="none"
              title={text('wizard.gone.title')}
              actions={<Button onClick={onAnew}>{text('wizard.gone.anew')}</Button>}
            >
              {text('wizard.gone.body')}
            </EmptyPage>
          ) : (
            <ErrorPage cause={draft.error} level={1} onRetry={() => void draft.refetch()} />
          )}
        </main>
      );
    }
    if (!draft.data || draft.data.kind !== wizard.kind) return <main aria-busy />;
  }
  return <Wizard {...props} draft={draft.data ?? null} />;
}
