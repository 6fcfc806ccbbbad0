import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { actions } from '#/api/actions';
import { isProblem } from '#/api/problem';
import { useTakeSession } from '#/api/session';
import type { PersonRef } from '#/api/types';
import { PageTitle } from '#/kit/PageTitle';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { keepRedeemed } from './redeemed';
import classes from './SetUpForm.module.css';

/** The platform's own rule, told before it has to refuse. */
const PASSWORD_MIN = 12;

/** `person` is whom the link invites, or null for the first administrator, who says who they are. */
export function SetUpForm({ person }: { person: PersonRef | null }) {
  const text = useText();
  const fieldText = useFieldText();
  const navigate = useNavigate();
  const takeSession = useTakeSession();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: person?.name ?? '', email: '', password: '' },
    validateInputOnBlur: true,
    validate: {
      name: (value) => (value.trim() === '' ? fieldText({ code: 'required' }) : null),
      email: (value) =>
        person !== null || /^[^@\s]+@[^@\s]+$/.test(value.trim()) ? null : text('access.setUp.email.malformed'),
      password: (value) =>
        [...value].length < PASSWORD_MIN ? fieldText({ code: 'too_short', params: { min: PASSWORD_MIN } }) : null,
    },
  });
  const complete = useMutation({
    mutationFn: actions.completeSetUp,
    onSuccess: (session) => {
      keepRedeemed(null);
      takeSession(session);
      void navigate(paths.home());
    },
    onError: (cause) => {
      if (!isProblem(cause)) return;
      for (const field of cause.fields) form.setFieldError(field.pointer.slice(1), fieldText(field));
    },
  });
  return (
    <>
      <PageTitle tab={text('access.setUp.first.title')}>
        {person === null ? text('access.setUp.first.title') : text('access.setUp.person.title', { name: person.name })}
      </PageTitle>
      <p className={classes.lead}>{text(person === null ? 'access.setUp.first.lead' : 'access.setUp.person.lead')}</p>
      <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => complete.mutate(values))}>
        {complete.isError && <ProblemAlert cause={complete.error} />}
        {person === null && (
          <>
            <TextInput
              key={form.key('name')}
              {...form.getInputProps('name')}
              label={text('access.name')}
              description={text('access.setUp.name.help')}
              autoComplete="name"
            />
            <TextInput
              key={form.key('email')}
              {...form.getInputProps('email')}
              type="email"
              label={text('access.email')}
              autoComplete="username"
            />
          </>
        )}
        <PasswordInput
          key={form.key('password')}
          {...form.getInputProps('password')}
          label={text('access.password')}
          description={text('access.setUp.password.help')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': text('access.password.show') }}
        />
        <Button type="submit" loading={complete.isPending}>
          {text('access.setUp.submit')}
        </Button>
      </form>
    </>
  );
}
