import type { Preview } from '#/api/types';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import { Asked } from './IntakeQuestions';
import { belongsToIntake, type IntakeProps } from './intake';

/** Files listed as options; the rest are in the picker among the choices. */
const MOST_LISTED = 12;

/** Which file of an archive is the table. */
export function MemberQuestion({ offers, chosen, onChoose, shown }: IntakeProps & { offers: Preview['offers'] }) {
  const text = useText();
  const fieldText = useFieldText();
  const path = belongsToIntake('member');
  const issue = shown(path);
  const names = offers.members.map(({ name }) => name);
  return (
    <Asked
      path={path}
      title={text('intake.ask.member', { count: names.length })}
      body={text('intake.ask.member.body', { more: Math.max(0, names.length - MOST_LISTED) })}
      options={names.slice(0, MOST_LISTED).map((name) => ({ value: name, label: name }))}
      value={chosen.member}
      onPick={(member) => onChoose({ member })}
      error={issue && fieldText(issue)}
    />
  );
}
