import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangleFilled, IconCheck } from '@tabler/icons-react';
import { useText } from '#/messages';
import classes from './Wizard.module.css';

export interface ListedStep {
  id: string;
  title: string;
  state: 'current' | 'done' | 'attention' | 'ahead';
  reachable: boolean;
}

/** The steps of a wizard with where each stands. */
export function StepList({ steps, onGo }: { steps: readonly ListedStep[]; onGo: (id: string) => void }) {
  const text = useText();
  return (
    <nav className={classes.steps} aria-label={text('wizard.steps')}>
      <ol>
        {steps.map((step, index) => (
          <li key={step.id}>
            <UnstyledButton
              className={classes.stepLink}
              data-state={step.state}
              aria-current={step.state === 'current' ? 'step' : undefined}
              disabled={!step.reachable}
              onClick={() => onGo(step.id)}
            >
              <span className={classes.stepMark} aria-hidden>
                {step.state === 'done' ? (
                  <IconCheck size={14} stroke={2.5} />
                ) : step.state === 'attention' ? (
                  <IconAlertTriangleFilled size={14} />
                ) : (
                  index + 1
                )}
              </span>
              <span>
                {step.title}
                {step.state !== 'current' && step.state !== 'ahead' && (
                  <span className={classes.hidden}>{text(`wizard.state.${step.state}`)}</span>
                )}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}
