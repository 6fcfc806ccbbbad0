import { Anchor } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { PolicyFinding } from '#/api/types';
import { fieldId } from '#/components/form/issues';
import wizard from '#/components/wizard/Wizard.module.css';
import { formatDay } from '#/format/time';
import { useText } from '#/messages';
import classes from './PolicyFindings.module.css';

/** The step on which a policy is mended, and the field there. */
function placeOf(pointer: string): { step: string; path: string } {
  const path = pointer.replace(/^\/(dataProduct\/)?/, '').replaceAll('/', '.');
  if (path.startsWith('columns')) return { step: 'columns', path };
  return path.startsWith('rules') ? { step: 'promises', path } : { step: 'purpose', path };
}

/** What the company asks before something is published and this doesn't keep, each with the way to mend it. */
export function PolicyFindings({ findings }: { findings: readonly PolicyFinding[] }) {
  const text = useText();
  const navigate = useNavigate();
  const mend = ({ pointer }: PolicyFinding) => {
    const { step, path } = placeOf(pointer);
    void Promise.resolve(navigate({ to: '.', search: (before: object) => ({ ...before, step }) as never })).then(() =>
      requestAnimationFrame(() => document.getElementById(fieldId(path))?.focus()),
    );
  };
  return (
    <section className={classes.root} aria-labelledby="policy-findings">
      <h2 className={wizard.asideTitle} id="policy-findings">
        {text('publishingPolicy.title')}
      </h2>
      {findings.length === 0 && (
        <p className={classes.kept}>
          <IconCircleCheck size={20} aria-hidden />
          {text('publishingPolicy.kept')}
        </p>
      )}
      <ul className={classes.list}>
        {findings.map((finding) => {
          const { code, blocks, blocksFrom, params } = finding;
          const Icon = blocks ? IconCircleX : IconAlertTriangle;
          return (
            <li key={code} className={classes.finding} data-blocks={blocks || undefined}>
              <Icon size={20} aria-hidden />
              <div>
                <span dir="auto">
                  {text(`publishingPolicy.broken.${code}`, { names: '', count: 0, more: 0, ...params })}
                </span>{' '}
                <span className={classes.soft}>
                  {blocks
                    ? text('publishingPolicy.blocks')
                    : blocksFrom == null
                      ? text('publishingPolicy.warns')
                      : text('publishingPolicy.grace', { day: formatDay(blocksFrom) })}
                </span>{' '}
                <Anchor component="button" type="button" inherit underline="always" onClick={() => mend(finding)}>
                  {text(`publishingPolicy.mend.${code}`)}
                </Anchor>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
