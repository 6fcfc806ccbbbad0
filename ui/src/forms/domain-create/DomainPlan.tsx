import { PeopleNames } from '#/components/things/PersonName';
import { PlanList } from '#/components/wizard/PlanList';
import { Phrase, useText } from '#/messages';
import { useDomainCheck } from './useDomainCheck';
import { useParentName } from './useParentName';
import type { DomainValues } from './values';

/** What creating this domain does, in plain words. */
export function DomainPlan({ values }: { values: DomainValues }) {
  const text = useText();
  const check = useDomainCheck(values);
  const parent = useParentName(values.parentId);
  const name = (
    <strong key="name">
      <bdi>{values.name.trim()}</bdi>
    </strong>
  );
  const owners = <PeopleNames key="owners" ids={values.ownerIds} />;
  const stewards = <PeopleNames key="stewards" ids={values.stewardIds} />;
  const classification = text(`domain.classification.${values.defaultClassification}.title`);
  return (
    <PlanList
      sentences={[
        {
          key: 'create',
          sentence:
            parent === null ? (
              <Phrase id="domain.plan.create" values={{ name }} />
            ) : (
              <Phrase id="domain.plan.createBelow" values={{ name, parent: <bdi key="parent">{parent}</bdi> }} />
            ),
        },
        {
          key: 'id',
          sentence: <Phrase id="domain.plan.id" values={{ id: <code key="id">{check?.slug ?? '…'}</code> }} />,
        },
        {
          key: 'owner',
          sentence: <Phrase id="domain.plan.owner" values={{ owners, count: values.ownerIds.length }} />,
        },
        ...(values.stewardIds.length === 0
          ? []
          : [
              {
                key: 'steward',
                sentence: <Phrase id="domain.plan.steward" values={{ stewards, count: values.stewardIds.length }} />,
              },
            ]),
        ...((check?.inherited.length ?? 0) === 0
          ? []
          : [
              {
                key: 'inherited',
                sentence: <Phrase id="domain.plan.inherited" values={{ count: check?.inherited.length ?? 0 }} />,
              },
            ]),
        { key: 'rules', sentence: <Phrase id="domain.plan.classification" values={{ classification }} /> },
        { key: 'seen', sentence: text(`domain.plan.seen.${values.discoverability}`) },
      ]}
    />
  );
}
