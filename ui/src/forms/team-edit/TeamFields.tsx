import { Checkbox } from '@mantine/core';
import { useEffect } from 'react';
import type { FieldCode } from '#/api/types';
import { NAME_MAX, PURPOSE_MAX } from '#/components/form/checks';
import type { FieldIssues, Form } from '#/components/form/formState';
import { issuesFrom } from '#/components/form/issues';
import { PeoplePicker } from '#/components/form/PeoplePicker';
import { TextField } from '#/components/form/TextField';
import { LookAlikes } from '#/components/things/LookAlikes';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './TeamFields.module.css';
import { useTeamCheck } from './useTeamCheck';
import { type TeamValues, withMembers } from './values';

interface TeamFieldsProps {
  form: Form<TeamValues> & { setRemote(issues: FieldIssues): void };
  /** A new team: its readable id appears while its name is typed. */
  anew?: boolean;
}

/** What is still missing here is the form's own to say, and at once. */
const OWN_TO_SAY: readonly FieldCode[] = ['required', 'no_lead'];

/** The platform's words about members stand at the field of members; which of them is meant, the sentence says. */
function remoteIssues(fields: Parameters<typeof issuesFrom>[0]): FieldIssues {
  const issues = Object.entries(issuesFrom(fields.filter(({ code }) => !OWN_TO_SAY.includes(code))));
  return Object.fromEntries(issues.map(([path, issue]) => [path.startsWith('members') ? 'members' : path, issue]));
}

/** Name, purpose and who belongs to it. */
export function TeamFields({ form, anew = false }: TeamFieldsProps) {
  const text = useText();
  const check = useTeamCheck(form.values, anew);
  const { setRemote } = form;
  useEffect(() => setRemote(remoteIssues(check?.fields ?? [])), [check, setRemote]);
  const { members, leads } = form.values;
  return (
    <>
      <div>
        <TextField form={form} name="name" label={text('team.name')} help={text('team.name.help')} max={NAME_MAX} />
        {anew && check !== null && (
          <p className={classes.slug} role="status">
            <Phrase id="team.slug" values={{ id: <code key="id">{check.slug}</code> }} />
          </p>
        )}
      </div>
      <LookAlikes title={text('team.lookAlikes')} found={check?.lookAlikes ?? []} linkTo={(slug) => paths.team(slug)} />
      <TextField
        form={form}
        name="purpose"
        label={text('team.purpose')}
        help={text('team.purpose.help')}
        max={PURPOSE_MAX}
        lines={2}
      />
      <PeoplePicker
        path="members"
        label={text('team.members')}
        help={text('team.members.help')}
        value={members}
        onChange={(ids) => form.patch((values) => withMembers(values, ids))}
        issue={form.shown('members') ?? form.shown('leads')}
        beside={(id, name) => (
          <Checkbox
            label={text('team.leads')}
            aria-label={text('team.leads.of', { name })}
            checked={leads.includes(id)}
            onChange={(event) => {
              const leading = event.currentTarget.checked;
              form.patch((values) => ({
                leads: leading ? [...values.leads, id] : values.leads.filter((other) => other !== id),
              }));
              form.reveal(['members']);
            }}
          />
        )}
      />
    </>
  );
}
