import { Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { host } from '#/host';
import { Panel } from '#/kit/Panel';
import { useText } from '#/messages';

/** Whether the machine tells what happens while the window is in the background; in one's `own` workspace nobody else does anything. */
export function Notices({ own }: { own: boolean }) {
  const text = useText();
  const [on, setOn] = useState(false);
  const [denied, setDenied] = useState(false);
  useEffect(() => {
    void Promise.all([host.loadPreferences(), host.mayNotify()]).then(([{ notifies }, may]) => setOn(notifies && may));
  }, []);

  async function choose(wanted: boolean) {
    // The machine is asked only here, where the person has just said that they want it.
    const may = wanted && (await host.mayNotify(true));
    setDenied(wanted && !may);
    setOn(may);
    await host.savePreference('notifies', may);
  }

  return (
    <Panel
      id="notices"
      title={text('notification.settings')}
      lead={text(own ? 'notification.settings.lead.own' : 'notification.settings.lead')}
    >
      <Switch
        checked={on}
        onChange={(event) => void choose(event.currentTarget.checked)}
        label={text('notification.settings.native')}
        description={text(`notification.settings.native.${host.kind}`)}
        error={denied ? text('notification.settings.denied') : undefined}
      />
    </Panel>
  );
}
