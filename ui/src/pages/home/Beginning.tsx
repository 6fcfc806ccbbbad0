import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import type { Session } from '#/api/types';
import { ButtonLink } from '#/kit/links';
import { Term } from '#/kit/Term';
import { LoomWeave } from '#/kit/weave/LoomWeave';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './Beginning.module.css';

const STEPS = ['domain', 'product', 'found'] as const;

/** What to do first, in a workspace without a data product. */
export function Beginning({ session, anyDomain }: { session: Session; anyDomain: boolean }) {
  const text = useText();
  const open = useQuery({ ...queries.firstDomains({ can: 'create-data-product' }, 1), enabled: anyDomain });
  if (open.isLoading) return null;
  const own = open.data?.items[0];
  const reached = anyDomain ? 1 : 0;
  const looking = !session.can.createDomain && own === undefined;
  return (
    <section className={classes.root} aria-labelledby="beginning">
      <div className={classes.words}>
        <h2 id="beginning" className={classes.title}>
          {text(looking ? 'home.begin.looking' : reached === 0 ? 'home.begin.domain' : 'home.begin.product')}
        </h2>
        <p className={classes.lead}>
          <Phrase
            id={
              looking ? 'home.begin.looking.lead' : reached === 0 ? 'home.begin.domain.lead' : 'home.begin.product.lead'
            }
            values={{
              domain: (words) => <Term means="kit.term.domain">{words}</Term>,
              product: (words) => <Term means="kit.term.dataProduct">{words}</Term>,
            }}
          />
        </p>
        {!looking && (
          <div className={classes.actions}>
            {reached === 0 ? (
              <ButtonLink {...paths.domainNew()} size="md">
                {text('home.createDomain')}
              </ButtonLink>
            ) : (
              <>
                <ButtonLink {...paths.dataProductNew(own === undefined ? {} : { domainId: own.id })} size="md">
                  {text('home.createProduct')}
                </ButtonLink>
                <ButtonLink {...paths.domains()} size="md" variant="default">
                  {text('home.seeDomains')}
                </ButtonLink>
              </>
            )}
          </div>
        )}
        {!looking && reached === 1 && <p className={classes.hint}>{text('home.dropHint')}</p>}
      </div>
      <div className={classes.picture} aria-hidden>
        <LoomWeave />
      </div>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => (
          <li key={step} className={classes.step} data-done={index < reached || undefined}>
            <span className={classes.number} aria-hidden>
              {index < reached ? '✓' : index + 1}
            </span>
            <span>
              <strong>{text(`home.step.${step}`)}</strong>
              <span className={classes.about}>{text(`home.step.${step}.about`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
