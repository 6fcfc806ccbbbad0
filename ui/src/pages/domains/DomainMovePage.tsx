import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Domain } from '#/api/types';
import { PlanForm } from '#/components/plan/PlanForm';
import { ParentField } from '#/forms/domain-create/ParentField';
import { useText } from '#/messages';
import { PlanPage } from './PlanPage';

export function DomainMovePage() {
  const { slug } = useParams({ from: '/signed-in/framed/domains/$slug/move' });
  const { below } = useSearch({ from: '/signed-in/framed/domains/$slug/move' });
  return (
    <PlanPage slug={slug} title="domain.move.title" lead="domain.move.lead" done="domain.move.done">
      {(domain, end) => <Move key={domain.id} domain={domain} below={below} {...end} />}
    </PlanPage>
  );
}

interface MoveProps {
  domain: Domain;
  below: string | undefined;
  onApplied: Parameters<typeof PlanForm>[0]['onApplied'];
  onCancel: () => void;
}

function Move({ domain, below, ...end }: MoveProps) {
  const text = useText();
  const now = domain.path.at(-1)?.id ?? null;
  const [parentId, setParentId] = useState(below === undefined ? now : below === '' ? null : below);
  return (
    <PlanForm
      plan={{ kind: 'move-domain', domainId: domain.id, parentId }}
      action={text('domain.move.action')}
      after={text('plan.after')}
      fields={['parentId']}
      {...end}
    >
      {(issue) => (
        <ParentField
          path="parentId"
          label={text('domain.parent')}
          help={text('domain.parent.help')}
          value={parentId}
          onPick={setParentId}
          issue={issue('parentId')}
          except={(id, above) => id === domain.id || above.includes(domain.id)}
        />
      )}
    </PlanForm>
  );
}
