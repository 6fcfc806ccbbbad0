import { type ReactNode, useCallback } from 'react';
import { FormattedMessage, IntlProvider, useIntl } from 'react-intl';
import { english, type MessageId } from './catalogue';

export type TextValues = Record<string, string | number | boolean | null | undefined>;

/** Looks up a sentence as plain text: `text('domain.list.count', { count })`. */
export type TextOf = (id: MessageId, values?: TextValues) => string;

export function TextProvider({ children }: { children: ReactNode }) {
  return (
    <IntlProvider locale="en" defaultLocale="en" messages={english}>
      {children}
    </IntlProvider>
  );
}

export function useText(): TextOf {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

type PhraseValues = Record<string, ReactNode | ((chunks: ReactNode[]) => ReactNode)>;

/** A sentence with elements in it: `<Phrase id="…" values={{ name: <bdi>{name}</bdi>, b: (chunks) => <b>{chunks}</b> }} />`. */
export function Phrase({ id, values }: { id: MessageId; values?: PhraseValues }) {
  return <FormattedMessage id={id} values={values} />;
}
