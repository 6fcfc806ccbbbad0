import { useEffect } from 'react';
import type { InheritedRole } from '#/api/types';
import { ChoiceCards } from '#/components/form/ChoiceCards';
import { NAME_MAX, PURPOSE_MAX } from '#/components/form/checks';
import type { Form } from '#/components/form/formState';
import { PeoplePicker } from '#/components/form/PeoplePicker';
import { TeamPicker } from '#/components/form/TeamPicker';
import { TextField } from '#/components/form/TextField';
import { DomainCard } from '#/components/things/DomainCard';
import { classifications } from '#/components/things/houseRules';
import { InheritedRoles } from '#/components/things/InheritedRoles';
import { LookAlikes } from '#/components/things/LookAlikes';
import { PeopleNames } from '#/components/things/PersonName';
import { TeamName } from '#/components/things/TeamName';
import { Answer, Answers } from '#/components/wizard/Review';
import classes from '#/components/wizard/Wizard.module.css';
import { DomainKindWeave } from '#/kit/weave/DomainKindWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { HouseRules } from './HouseRules';
import { ParentField } from './ParentField';
import { useDomainCheck } from './useDomainCheck';
import { useParentName } from './useParentName';
import { type DomainValues, type DomainWords, domainKinds } from './values';

interface DomainFormProps {
  form: Form<DomainValues>;
}

/** Purpose and kind; also the edit page's. */
export function PurposeFields<V extends DomainWords>({ form }: { form: Form<V> }) {
  const text = useText();
  const words = form as unknown as Form<DomainWords>;
  return (
    <>
      <TextField
        form={words}
        name="purpose"
        label={text('domain.purpose')}
        help={text('domain.purpose.help')}
        max={PURPOSE_MAX}
        lines={2}
      />
      <ChoiceCards
        path="kind"
        label={text('domain.kind')}
        help={text('domain.kind.help')}
        value={words.values.kind}
        onChoose={(kind) => words.set('kind', kind)}
        choices={domainKinds.map((kind) => ({
          value: kind,
          title: text(`domain.kind.${kind}.title`),
          body: text(`domain.kind.${kind}.body`),
          example: text(`domain.kind.${kind}.example`),
          picture: <DomainKindWeave kind={kind} />,
        }))}
      />
    </>
  );
}

/** Name, purpose, kind and place. */
export function BusinessFields({ form }: DomainFormProps) {
  const text = useText();
  return (
    <>
      <TextField form={form} name="name" label={text('domain.name')} help={text('domain.name.help')} max={NAME_MAX} />
      <PurposeFields form={form} />
      <ParentField
        path="parentId"
        label={text('domain.parent')}
        help={text('domain.parent.help')}
        value={form.values.parentId}
        onPick={(id) => form.set('parentId', id)}
        issue={form.shown('parentId')}
      />
    </>
  );
}

interface PeopleFieldsProps<V extends DomainWords> {
  form: Form<V>;
  inherited: readonly InheritedRole[];
}

/** Owners, stewards and team, and whoever comes from above; also the edit page's. */
export function PeopleFields<V extends DomainWords>({ form, inherited }: PeopleFieldsProps<V>) {
  const text = useText();
  const words = form as unknown as Form<DomainWords>;
  return (
    <>
      <PeoplePicker
        path="ownerIds"
        label={text('domain.owners')}
        help={text('domain.owners.help')}
        value={words.values.ownerIds}
        onChange={(ids) => words.set('ownerIds', ids)}
        issue={words.shown('ownerIds')}
      />
      <PeoplePicker
        path="stewardIds"
        label={text('domain.stewards')}
        help={text('domain.stewards.help')}
        value={words.values.stewardIds}
        onChange={(ids) => words.set('stewardIds', ids)}
        issue={words.shown('stewardIds')}
      />
      <TeamPicker
        path="teamId"
        label={text('domain.team')}
        help={text('domain.team.help')}
        value={words.values.teamId}
        onPick={(id) => words.set('teamId', id)}
        issue={words.shown('teamId')}
      />
      <InheritedRoles roles={inherited} level={2} />
    </>
  );
}

export function PeopleStep({ form }: DomainFormProps) {
  const check = useDomainCheck(form.values);
  return <PeopleFields form={form} inherited={check?.inherited ?? []} />;
}

export function RulesStep({ form }: DomainFormProps) {
  const inherited = useDomainCheck(form.values)?.inheritedRules ?? null;
  const { defaultClassification, discoverability } = form.values;
  const least = inherited?.classification?.value;
  const tooLoose =
    least !== undefined && classifications.indexOf(defaultClassification) < classifications.indexOf(least);
  const tooOpen = inherited?.discoverability?.value === 'members' && discoverability === 'everyone';
  const { patch } = form;
  useEffect(() => {
    // A default that the place rules out isn't a choice that somebody made.
    if (tooLoose) patch(() => ({ defaultClassification: least }));
    if (tooOpen) patch(() => ({ discoverability: 'members' }));
  }, [tooLoose, tooOpen, least, patch]);
  return <HouseRules form={form} inherited={inherited} />;
}

export function BusinessSummary({ values }: { values: DomainValues }) {
  const text = useText();
  const parent = useParentName(values.parentId);
  return (
    <Answers>
      <Answer name={text('domain.name')}>
        <bdi>{values.name}</bdi>
      </Answer>
      <Answer name={text('domain.purpose')}>
        <span dir="auto">{values.purpose}</span>
      </Answer>
      <Answer name={text('domain.kind')}>{text(`domain.kind.${values.kind}.title`)}</Answer>
      <Answer name={text('domain.parent')}>{parent === null ? text('domain.parent.top') : <bdi>{parent}</bdi>}</Answer>
    </Answers>
  );
}

export function PeopleSummary({ values }: { values: DomainValues }) {
  const text = useText();
  return (
    <Answers>
      <Answer name={text('domain.owners')}>
        <PeopleNames ids={values.ownerIds} />
      </Answer>
      <Answer name={text('domain.stewards')}>
        {values.stewardIds.length === 0 ? text('domain.nobody') : <PeopleNames ids={values.stewardIds} />}
      </Answer>
      <Answer name={text('domain.team')}>
        {values.teamId === null ? text('domain.noTeam') : <TeamName id={values.teamId} />}
      </Answer>
    </Answers>
  );
}

export function RulesSummary({ values }: { values: DomainValues }) {
  const text = useText();
  return (
    <Answers>
      <Answer name={text('domain.classification')}>
        {text(`domain.classification.${values.defaultClassification}.title`)}
      </Answer>
      <Answer name={text('domain.audience')}>{text(`domain.audience.${values.discoverability}.title`)}</Answer>
    </Answers>
  );
}

/** The domain as others will see it, and those that are called alike. */
export function LiveDomainCard({ form }: DomainFormProps) {
  const text = useText();
  const check = useDomainCheck(form.values);
  const { name, purpose, kind, ownerIds } = form.values;
  return (
    <>
      <h2 className={classes.asideTitle}>{text('domain.card.title')}</h2>
      <DomainCard
        name={name}
        purpose={purpose}
        kind={kind}
        owner={ownerIds.length === 0 ? null : <PeopleNames ids={ownerIds} />}
        slug={name.trim() === '' ? null : (check?.slug ?? null)}
      />
      <LookAlikes
        title={text('domain.lookAlikes')}
        found={check?.lookAlikes ?? []}
        linkTo={(slug) => paths.domain(slug)}
      />
    </>
  );
}
