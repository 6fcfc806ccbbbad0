import { PlanList } from '#/components/wizard/PlanList';
import { Phrase } from '#/messages';
import { useDomainCheck } from './useDomainCheck';
import type { DomainValues } from './values';

/** What creating this domain does, in plain words. */
export function DomainPlan({ values }: { values: DomainValues }) {
  const check = useDomainCheck(values);
  const name = (
    <strong key="name">
      <bdi>{values.name.trim()}</bdi>
    </strong>
  );
  const owner = <bdi key="owner">{values.ownerId?.name}</bdi>;
  return (
    <PlanList
      sentences={[
        { key: 'create', sentence: <Phrase id="domain.plan.create" values={{ name }} /> },
        {
          key: 'id',
          sentence: <Phrase id="domain.plan.id" values={{ id: <code key="id">{check?.slug ?? '…'}</code> }} />,
        },
        { key: 'owner', sentence: <Phrase id="domain.plan.owner" values={{ owner }} /> },
        { key: 'seen', sentence: <Phrase id="domain.plan.seen" /> },
      ]}
    />
  );
}
