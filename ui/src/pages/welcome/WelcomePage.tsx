import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#/api/query';
import { Doorway } from '#/kit/Doorway';
import { ButtonLink } from '#/kit/links';
import { PageTitle } from '#/kit/PageTitle';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { Beginnings, type Way } from './Beginnings';
import { ExistingWorkspaces } from './ExistingWorkspaces';
import { NameOwn } from './NameOwn';
import { RestoreBackup } from './RestoreBackup';
import classes from './WelcomePage.module.css';

/** How to begin: on the first run of the window, and whenever another workspace is wanted. */
export function WelcomePage() {
  const text = useText();
  const here = useQuery(queries.localWorkspaces());
  const [way, setWay] = useState<Way | null>(null);
  const first = here.data?.open == null;
  const others = here.data?.workspaces ?? [];
  if (way !== null) {
    const back = (
      <Button
        className={classes.back}
        variant="subtle"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={() => setWay(null)}
      >
        {text('workspace.welcome.back')}
      </Button>
    );
    return <Doorway>{way === 'own' ? <NameOwn back={back} /> : <RestoreBackup back={back} />}</Doorway>;
  }
  return (
    <Doorway>
      <PageTitle tab={text('workspace.welcome.tab')}>
        {text(first ? 'workspace.welcome.title' : 'workspace.welcome.another')}
      </PageTitle>
      <p className={classes.lead}>{text(first ? 'workspace.welcome.lead' : 'workspace.welcome.anotherLead')}</p>
      {first && others.length > 0 && <ExistingWorkspaces workspaces={others} />}
      <Beginnings onChoose={setWay} />
      {!first && (
        <ButtonLink {...paths.home()} variant="subtle" className={classes.back}>
          {text('workspace.welcome.leave')}
        </ButtonLink>
      )}
    </Doorway>
  );
}
