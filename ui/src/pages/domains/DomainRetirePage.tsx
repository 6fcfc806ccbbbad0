import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '#/api/query';
import type { Domain } from '#/api/types';
import { PickerField } from '#/components/form/PickerField';
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
  const domains = useQuery(queries.domains());
  const [productsTo, setProductsTo] = useState<string | null>(null);
  const heirs = (domains.data ?? []).filter(
    ({ id, can, lifecycle }) => id !== domain.id && can.edit && lifecycle === 'active',
  );
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
            loading={domains.isPending}
            nothing={text(heirs.length === 0 ? 'domain.retire.nowhere' : 'domain.parent.none')}
            onPick={setProductsTo}
            issue={issue('productsTo')}
          />
        )
      }
    </PlanForm>
  );
}
