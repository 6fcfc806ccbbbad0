import { useQueryClient } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { queries } from '#/api/query';
import { useText } from '#/messages';

/** Names for ids whose names were shown already, as when two versions of a form are compared. */
export function useNamed() {
  const text = useText();
  const intl = useIntl();
  const queryClient = useQueryClient();
  const known = (name: string | undefined) => name ?? text('wizard.picker.gone');
  return {
    people: (ids: readonly string[]): string =>
      ids.length === 0
        ? text('domain.nobody')
        : intl.formatList(ids.map((id) => known(queryClient.getQueryData(queries.personName(id).queryKey)))),
    team: (id: string): string => known(queryClient.getQueryData(queries.team(id).queryKey)?.name),
  };
}
