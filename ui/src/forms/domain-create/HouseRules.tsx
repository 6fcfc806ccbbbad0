import type { Classification, Discoverability, InheritedRules } from '#/api/types';
import { ChoiceCards } from '#/components/form/ChoiceCards';
import type { Form } from '#/components/form/formState';
import { audiences, classifications } from '#/components/things/houseRules';
import { type TextOf, useText } from '#/messages';
import type { DomainWords } from './values';

/** Where a rule comes from, for a sentence; a domain that one may not know of has no name. */
function lockedBy(from: { name: string } | null, text: TextOf): string {
  return from === null ? text('domain.rules.lockedHidden') : text('domain.rules.locked', { name: from.name });
}

interface RulesProps {
  classification: Classification;
  discoverability: Discoverability;
  inherited: InheritedRules | null;
  onClassification: (value: Classification) => void;
  onDiscoverability: (value: Discoverability) => void;
}

/** Default classification and audience. What a domain above rules out is locked, and says why. */
function Rules({ classification, discoverability, inherited, onClassification, onDiscoverability }: RulesProps) {
  const text = useText();
  const least = inherited?.classification ?? null;
  const closed = inherited?.discoverability ?? null;
  return (
    <>
      <ChoiceCards
        path="defaultClassification"
        label={text('domain.classification')}
        help={text('domain.classification.help')}
        columns={2}
        value={classification}
        onChoose={onClassification}
        choices={classifications.map((each) => ({
          value: each,
          title: text(`domain.classification.${each}.title`),
          body: text(`domain.classification.${each}.body`),
          locked:
            least !== null && classifications.indexOf(each) < classifications.indexOf(least.value)
              ? lockedBy(least.from, text)
              : undefined,
        }))}
      />
      <ChoiceCards
        path="discoverability"
        label={text('domain.audience')}
        help={text('domain.audience.help')}
        columns={2}
        value={discoverability}
        onChoose={onDiscoverability}
        choices={audiences.map((each) => ({
          value: each,
          title: text(`domain.audience.${each}.title`),
          body: text(`domain.audience.${each}.body`),
          locked: each === 'everyone' && closed !== null ? lockedBy(closed.from, text) : undefined,
        }))}
      />
    </>
  );
}

interface HouseRulesProps<V extends DomainWords> {
  form: Form<V>;
  inherited: InheritedRules | null;
}

export function HouseRules<V extends DomainWords>({ form, inherited }: HouseRulesProps<V>) {
  return (
    <Rules
      classification={form.values.defaultClassification}
      discoverability={form.values.discoverability}
      inherited={inherited}
      onClassification={(defaultClassification) => form.patch(() => ({ defaultClassification }) as Partial<V>)}
      onDiscoverability={(discoverability) => form.patch(() => ({ discoverability }) as Partial<V>)}
    />
  );
}
