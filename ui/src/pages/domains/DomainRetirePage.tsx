import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Domain } from '#/api/types';
import { PickerField } from '#/components/form/PickerField';
import { useFoundDomains } from '#/components/form/useFoundDomains';
import { PlanForm } from '#/components/plan/PlanForm';
import { useText } from '#/messages';
import { PlanPage } from './PlanPage';

export function DomainRetirePage() {
  const { slug } = useParams({ from: '/signed-in/framed/domains/$slug/retire' });
  return (
    <PlanPage slug={slug} title="domain.retire.title" lead="domain.retire.lead" done="domain.retire.done">
      {(domain, end) => <Retire key={domain.id} domain={domain} {...end} />}
    </PlanPage>
  );
}

interface RetireProps {
  domain: Domain;
  onApplied: Parameters<typeof PlanForm>[0]['onApplied'];
  onCancel: () => void;
}

function Retire({ domain, ...end }: RetireProps) {
  const text = useText();
  const [productsTo, setProductsTo] = useState<string | null>(null);
  const { domains, loading, onSearch } = useFoundDomains('edit', productsTo);
  const heirs = domains.filter(({ id }) => id !== domain.id);
  // The one that is retired may be all there is.
  const nowhere = !loading && domains.length > 0 && heirs.length === 0;
  return (
    <PlanForm
      plan={{ kind: 'retire-domain', domainId: domain.id, productsTo }}
      action={text('domain.retire.action')}
      danger
      after={text('plan.after')}
      fields={['productsTo']}
      {...end}
    >
      {(issue) =>
        domain.dataProductCount === 0 ? (
          <p>{text('domain.retire.none')}</p>
        ) : (
          <PickerField
            path="productsTo"
            label={text('domain.retire.productsTo')}
            help={text('domain.retire.productsTo.help')}
            options={heirs.map(({ id, name, path }) => ({
              value: id,
              label: name,
              detail: path.length === 0 ? text('domain.parent.top') : path.map((each) => each.name).join(' › '),
            }))}
            value={productsTo ?? ''}
            loading={loading}
            onSearch={onSearch}
            nothing={text(nowhere ? 'domain.retire.nowhere' : 'domain.parent.none')}
            onPick={setProductsTo}
            issue={issue('productsTo')}
          />
        )
      }
    </PlanForm>
  );
}
