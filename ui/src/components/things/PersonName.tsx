import { useQueries, useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { queries } from '#/api/query';
import { useText } from '#/messages';

/** The names behind ids, in their order; undefined while one is on its way. */
export function usePeopleNames(ids: readonly string[]): readonly (string | undefined)[] {
  return useQueries({
    queries: ids.map((id) => queries.personName(id)),
    combine: (names) => names.map(({ data }) => data),
  });
}

/** A person by name, where only the id is at hand, as in a wizard's answers. Marks oneself. */
export function PersonName({ id }: { id: string }) {
  const text = useText();
  const name = useQuery(queries.personName(id));
  const self = useQuery(queries.session()).data?.person;
  if (name.data === undefined) {
    return (
      <span aria-busy={name.isPending}>
        {text(name.isPending ? 'wizard.picker.nameLoading' : 'wizard.picker.gone')}
      </span>
    );
  }
  return <bdi>{id === self?.id ? text('wizard.picker.you', { name: name.data }) : name.data}</bdi>;
}

/** Several people by name, in a sentence. */
export function PeopleNames({ ids }: { ids: readonly string[] }) {
  const names = usePeopleNames(ids);
  const intl = useIntl();
  const known = names.filter((name) => name !== undefined);
  return (
    <span aria-busy={known.length < ids.length || undefined}>
      {intl.formatList(
        known.map((name, place) => <bdi key={`${name}-${ids[place]}`}>{name}</bdi>),
        { type: 'conjunction' },
      )}
    </span>
  );
}
