import type { ReactNode } from 'react';
import type { DomainKind } from '#/api/types';
import { DomainKindWeave } from '#/kit/weave/DomainKindWeave';
import { useText } from '#/messages';
import classes from './Thing.module.css';

interface DomainCardProps {
  name: string;
  purpose: string;
  kind: DomainKind;
  /** Whoever answers for it, as far as chosen. */
  owner: ReactNode;
  /** The readable id, as far as it is known. */
  slug: string | null;
}

/** A domain as others see it, also while it is still being typed. */
export function DomainCard({ name, purpose, kind, owner, slug }: DomainCardProps) {
  const text = useText();
  return (
    <article className={classes.card}>
      <div className={classes.picture} aria-hidden>
        <DomainKindWeave kind={kind} />
      </div>
      <div className={classes.kind}>{text(`domain.kind.${kind}.title`)}</div>
      <div className={classes.name}>
        {name.trim() === '' ? (
          <span className={classes.waiting}>{text('domain.card.noName')}</span>
        ) : (
          <bdi>{name.trim()}</bdi>
        )}
      </div>
      <p className={classes.purpose} dir="auto">
        {purpose.trim() === '' ? text('domain.card.noPurpose') : purpose.trim()}
      </p>
      <dl className={classes.facts}>
        <dt>{text('domain.owners')}</dt>
        <dd>
          <bdi>{owner ?? text('domain.card.noOwner')}</bdi>
        </dd>
        <dt>{text('domain.readableId')}</dt>
        <dd className={classes.id}>{slug ?? text('domain.card.noId')}</dd>
      </dl>
    </article>
  );
}
