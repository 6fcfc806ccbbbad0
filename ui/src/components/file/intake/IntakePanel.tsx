import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconChevronUp, IconRefresh } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { IntakeChoices, Preview } from '#/api/types';
import { useText } from '#/messages';
import { FileNotes } from './FileNotes';
import { belongsToIntake, type IntakeProps } from './intake';
import { IntakeFields } from './IntakeFields';
import classes from './Intake.module.css';
import { DatesQuestion, MisfitsQuestion, NumbersQuestion } from './IntakeQuestions';
import { MemberQuestion } from './MemberQuestion';
import { Recognised } from './Recognised';

interface IntakePanelProps extends IntakeProps {
  /** Missing while the file can't be read with these choices. */
  preview: Preview | undefined;
  /** How the file was read when it last could be. */
  before: IntakeChoices | undefined;
  /** So many lines are skipped that nothing is left. */
  beyond?: boolean;
  /** The choices that were offered first, where a file like this was read before. */
  offered?: string | undefined;
  /** The preview is being made anew. */
  busy: boolean;
}

/** How a file is read, in plain words, each part changeable; what the file doesn't tell is asked. */
export function IntakePanel({ preview, before, beyond = false, offered, busy, ...intake }: IntakePanelProps) {
  const text = useText();
  const id = useId();
  const { chosen, onChoose, shown } = intake;
  const hidden = ['delimiter', 'skippedLines', 'missingWords'].some((name) => shown(belongsToIntake(name)));
  const [opened, setOpened] = useState(false);
  const open = opened || hidden || preview === undefined;
  const changed = Object.values(chosen).some((value) => value != null);
  const known: IntakeChoices = preview?.intake ?? { ...before, ...chosen };
  const asked = (wanted: string) => preview?.questions.find(({ code }) => code === wanted);
  const numbers = asked('numbers');
  const dates = asked('dates');
  return (
    <section className={classes.panel} aria-labelledby={`${id}-title`} aria-busy={busy || undefined}>
      <div className={classes.head}>
        <h2 id={`${id}-title`}>{text('product.intake.title')}</h2>
        {offered !== undefined && changed && <span className={classes.soft}>{offered}</span>}
        <span className={classes.space} />
        {changed && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconRefresh size={16} aria-hidden />}
            onClick={() => onChoose({})}
          >
            {text('product.intake.anew')}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={
            open ? <IconChevronUp size={16} aria-hidden /> : <IconAdjustmentsHorizontal size={16} aria-hidden />
          }
          aria-expanded={open}
          aria-controls={`${id}-fields`}
          onClick={() => setOpened(!open)}
        >
          {text(open ? 'product.intake.close' : 'product.intake.open')}
        </Button>
      </div>
      {preview && <Recognised preview={preview} />}
      {preview && <FileNotes notes={preview.notes} />}
      {preview && asked('member') && <MemberQuestion {...intake} offers={preview.offers} />}
      {numbers && <NumbersQuestion {...intake} question={numbers} />}
      {dates && <DatesQuestion {...intake} question={dates} />}
      {preview && preview.rejectCount > 0 && <MisfitsQuestion {...intake} preview={preview} />}
      <div id={`${id}-fields`} hidden={!open}>
        {open && (
          <IntakeFields
            {...intake}
            known={known}
            format={preview?.format}
            offers={preview?.offers}
            skipped={preview?.skipped ?? []}
            beyond={beyond}
          />
        )}
      </div>
    </section>
  );
}
