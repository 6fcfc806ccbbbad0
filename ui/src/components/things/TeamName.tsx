import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import { useText } from '#/messages';

/** A team by name, where only the id is at hand. */
export function TeamName({ id }: { id: string }) {
  const text = useText();
  const team = useQuery(queries.team(id));
  if (team.data === undefined) {
    return (
      <span aria-busy={team.isPending}>
        {text(team.isPending ? 'wizard.picker.nameLoading' : 'wizard.picker.gone')}
      </span>
    );
  }
  return <bdi>{team.data.name}</bdi>;
}
