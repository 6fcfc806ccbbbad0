import { TextInput } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Domain } from '#/api/types';
import { PlanForm } from '#/components/plan/PlanForm';
import { useFieldText } from '#/kit/problemText';
import { useText } from '#/messages';
import { PlanPage } from './PlanPage';

export function DomainRenamePage() {
  const { slug } = useParams({ from: '/signed-in/framed/domains/$slug/rename' });
  const to = useSearch({ from: '/signed-in/framed/domains/$slug/rename' });
  return (
    <PlanPage slug={slug} title="domain.rename.title" lead="domain.rename.lead" done="domain.rename.done">
      {(domain, end) => <Rename key={domain.id} domain={domain} to={to} {...end} />}
    </PlanPage>
  );
}

interface RenameProps {
  domain: Domain;
  to: { name?: string | undefined; id?: string | undefined };
  onApplied: Parameters<typeof PlanForm>[0]['onApplied'];
  onCancel: () => void;
}

function Rename({ domain, to, ...end }: RenameProps) {
  const text = useText();
  const fieldText = useFieldText();
  const [name, setName] = useState(to.name ?? domain.name);
  const [id, setId] = useState(to.id ?? '');
  return (
    <PlanForm
      plan={{ kind: 'rename-domain', domainId: domain.id, name, slug: id.trim() === '' ? null : id.trim() }}
      action={text('domain.rename.action')}
      after={text('plan.after')}
      fields={['name', 'slug']}
      {...end}
    >
      {(issue) => {
        const [atName, atId] = [issue('name'), issue('slug')];
        return (
          <>
            <TextInput
              label={text('domain.name')}
              description={text('domain.name.help')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={atName && fieldText(atName)}
              size="md"
              dir="auto"
              autoComplete="off"
              data-autofocus
            />
            <TextInput
              label={text('domain.rename.slug')}
              description={text('domain.rename.slug.help')}
              value={id}
              placeholder={domain.slug}
              onChange={(event) => setId(event.currentTarget.value)}
              error={atId && fieldText(atId)}
              size="md"
              autoComplete="off"
              spellCheck={false}
            />
          </>
        );
      }}
    </PlanForm>
  );
}
