import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { actions } from '#/api/actions';
import { queries } from '#/api/query';
import { useTakeSession } from '#/api/session';
import type { Persona, Session } from '#/api/types';
import { Doorway } from '#/kit/Doorway';
import { ErrorPage } from '#/kit/ErrorPage';
import { PageTitle } from '#/kit/PageTitle';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import { PersonaCards } from './PersonaCards';
import { SetUpNeeded } from './SetUpNeeded';
import classes from './SignInPage.module.css';

/** Only ways within this workspace are followed after signing in. */
function safeWay(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/';
}

export function SignInPage() {
  const text = useText();
  const router = useRouter();
  const { next } = useSearch({ from: '/sign-in' });
  const takeSession = useTakeSession();
  const workspace = useQuery(queries.workspace());
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? text('access.signIn.email.missing') : null),
      password: (value) => (value === '' ? text('access.signIn.password.missing') : null),
    },
  });

  const enter = (session: Session) => {
    takeSession(session);
    router.history.push(safeWay(next));
  };
  const [ownAccount, setOwnAccount] = useState(false);
  const signIn = useMutation({ mutationFn: actions.signIn, onSuccess: enter });
  const become = useMutation({ mutationFn: (persona: Persona) => actions.switchPersona(persona), onSuccess: enter });

  if (workspace.isError) {
    return (
      <main>
        <ErrorPage level={1} cause={workspace.error} onRetry={() => void workspace.refetch()} />
      </main>
    );
  }
  if (workspace.data?.setUpNeeded) return <SetUpNeeded workspace={workspace.data.name} />;
  const personas = workspace.data?.personas ?? [];
  return (
    <Doorway>
      <PageTitle tab={text('access.signIn.title')}>
        {workspace.data === undefined
          ? text('access.signIn.title')
          : text('access.signIn.titleTo', { workspace: workspace.data.name })}
      </PageTitle>
      {personas.length > 0 && (
        <PersonaCards
          personas={personas}
          chosen={become.isPending ? become.variables : null}
          onChoose={(persona) => become.mutate(persona)}
        />
      )}
      {become.isError && <ProblemAlert cause={become.error} />}
      {personas.length > 0 && !ownAccount ? (
        <Button variant="subtle" onClick={() => setOwnAccount(true)}>
          {text('access.signIn.orPassword')}
        </Button>
      ) : (
        <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
          {signIn.isError && <ProblemAlert cause={signIn.error} />}
          <TextInput
            key={form.key('email')}
            {...form.getInputProps('email')}
            type="email"
            autoComplete="username"
            label={text('access.email')}
            autoFocus={ownAccount}
          />
          <PasswordInput
            key={form.key('password')}
            {...form.getInputProps('password')}
            autoComplete="current-password"
            label={text('access.password')}
            visibilityToggleButtonProps={{ 'aria-label': text('access.password.show') }}
          />
          <Button type="submit" loading={signIn.isPending}>
            {text('access.signIn.submit')}
          </Button>
        </form>
      )}
      {personas.length === 0 && <p className={classes.hint}>{text('access.signIn.forgot')}</p>}
    </Doorway>
  );
}
