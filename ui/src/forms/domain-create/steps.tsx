import { ChoiceCards } from '#/components/form/ChoiceCards';
import { NAME_MAX, PURPOSE_MAX } from '#/components/form/checks';
import type { Form } from '#/components/form/formState';
import { PersonPicker } from '#/components/form/PersonPicker';
import { TextField } from '#/components/form/TextField';
import { DomainCard } from '#/components/things/DomainCard';
import { LookAlikes } from '#/components/things/LookAlikes';
import { Answer, Answers } from '#/components/wizard/Review';
import classes from '#/components/wizard/Wizard.module.css';
import { DomainKindWeave } from '#/kit/weave/DomainKindWeave';
import { useText } from '#/messages';
import { paths } from '#/paths';
import { useDomainCheck } from './useDomainCheck';
import { type DomainValues, domainKinds } from './values';

interface DomainFormProps {
  form: Form<DomainValues>;
}

/** Name, purpose and kind; also the edit page's. */
export function BusinessFields({ form }: DomainFormProps) {
  const text = useText();
  return (
    <>
      <TextField form={form} name="name" label={text('domain.name')} help={text('domain.name.help')} max={NAME_MAX} />
      <TextField
        form={form}
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
        value={form.values.kind}
        onChoose={(kind) => form.set('kind', kind)}
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

export function OwnerField({ form }: DomainFormProps) {
  const text = useText();
  return (
    <PersonPicker
      path="ownerId"
      label={text('domain.owner')}
      help={text('domain.owner.help')}
      value={form.values.ownerId}
      onPick={(person) => form.set('ownerId', person)}
      issue={form.shown('ownerId')}
    />
  );
}

export function BusinessSummary({ values }: { values: DomainValues }) {
  const text = useText();
  return (
    <Answers>
      <Answer name={text('domain.name')}>
        <bdi>{values.name}</bdi>
      </Answer>
      <Answer name={text('domain.purpose')}>
        <span dir="auto">{values.purpose}</span>
      </Answer>
      <Answer name={text('domain.kind')}>{text(`domain.kind.${values.kind}.title`)}</Answer>
    </Answers>
  );
}

export function OwnerSummary({ values }: { values: DomainValues }) {
  const text = useText();
  return (
    <Answers>
      <Answer name={text('domain.owner')}>
        <bdi>{values.ownerId?.name}</bdi>
      </Answer>
    </Answers>
  );
}

/** The domain as others will see it, and those that are called alike. */
export function LiveDomainCard({ form }: DomainFormProps) {
  const text = useText();
  const check = useDomainCheck(form.values);
  const { name, purpose, kind, ownerId } = form.values;
  return (
    <>
      <h2 className={classes.asideTitle}>{text('domain.card.title')}</h2>
      <DomainCard
        name={name}
        purpose={purpose}
        kind={kind}
        owner={ownerId?.name ?? ''}
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
