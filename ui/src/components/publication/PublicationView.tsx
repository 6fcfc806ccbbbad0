import { Title } from '@mantine/core';
import { IconEye, IconPlus, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import type { Publication } from '#/api/types';
import { Done, NextCard } from '#/components/things/NextSteps';
import { EmptyPage } from '#/kit/EmptyPage';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { useTabTitle } from '#/kit/PageTitle';
import { LifecycleWeave } from '#/kit/weave/LifecycleWeave';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './Publication.module.css';
import { PublicationFailure } from './PublicationFailure';
import { PublicationJobs } from './PublicationJobs';
import { PublicationSteps } from './PublicationSteps';
import { usePublicationEnd } from './usePublicationEnd';

interface PublicationViewProps {
  publicationId: string;
  onUndone: (draftId: string | null) => void;
}

/** The whole page after "Publish": progress that may be left, then the result. */
export function PublicationView({ publicationId, onUndone }: PublicationViewProps) {
  const text = useText();
  const publication = useQuery(queries.publication(publicationId));
  usePublicationEnd(publication.data);
  if (publication.isError && !publication.data) {
    return (
      <main>
        <ErrorPage
          cause={publication.error}
          level={1}
          onRetry={() => void publication.refetch()}
          actions={<ButtonLink {...paths.dataProducts()}>{text('product.list.title')}</ButtonLink>}
        />
      </main>
    );
  }
  if (!publication.data) return <main aria-busy />;
  const { state } = publication.data;
  if (state === 'succeeded') return <Published publication={publication.data} />;
  if (state === 'cancelled') {
    return (
      <main>
        <EmptyPage
          level={1}
          kind="nothing"
          title={text('product.publishing.cancelled')}
          actions={<ButtonLink {...paths.dataProducts()}>{text('product.list.title')}</ButtonLink>}
        >
          {text('product.publishing.cancelled.body')}
        </EmptyPage>
      </main>
    );
  }
  return <Publishing publication={publication.data} onUndone={onUndone} />;
}

function Publishing({
  publication,
  onUndone,
}: {
  publication: Publication;
  onUndone: (draftId: string | null) => void;
}) {
  const text = useText();
  const failed = publication.state === 'failed';
  const title = failed ? 'product.publishing.failed' : 'product.publishing.title';
  useTabTitle(text(title, { name: publication.dataProductName }));
  // Until its first step is done there is no page to go to.
  const created = publication.steps[0]?.state === 'done';
  return (
    <main className={classes.page}>
      <Title order={1} tabIndex={-1}>
        <Phrase id={title} values={{ name: <bdi key="name">{publication.dataProductName}</bdi> }} />
      </Title>
      {!failed && <p className={classes.lead}>{text('product.publishing.lead')}</p>}
      <div className={classes.panel} aria-live="polite">
        <PublicationSteps publication={publication} />
      </div>
      <PublicationJobs publication={publication} />
      {failed && (
        <div className={classes.banner} data-failed role="alert">
          <PublicationFailure publication={publication} mayAct onUndone={onUndone} />
        </div>
      )}
      {created && (
        <div>
          <ButtonLink {...paths.dataProduct(publication.dataProductSlug)} variant="default">
            {text('product.publishing.see')}
          </ButtonLink>
        </div>
      )}
    </main>
  );
}

function Published({ publication }: { publication: Publication }) {
  const text = useText();
  const { dataProductName: name, dataProductSlug: slug, versionNumber: number, putBack: from } = publication;
  const title = from === null ? 'product.published.title' : 'versions.putBack.done';
  const lead = from === null ? 'product.published.leadVersion' : 'versions.putBack.done.body';
  return (
    <Done
      picture={<LifecycleWeave lifecycle="active" />}
      tab={text(title, { name, from })}
      title={<Phrase id={title} values={{ name: <bdi key="name">{name}</bdi>, from }} />}
      lead={number === 1 ? text('product.published.lead') : text(lead, { number })}
    >
      <NextCard
        {...paths.dataProduct(slug, 'rows')}
        primary
        icon={<IconTable size={20} aria-hidden />}
        heading={text('product.published.next.rows')}
        body={text('product.published.next.rows.body')}
      />
      <NextCard
        {...paths.dataProduct(slug)}
        icon={<IconEye size={20} aria-hidden />}
        heading={text('product.published.next.page')}
        body={text('product.published.next.page.body')}
      />
      <NextCard
        {...paths.dataProductNew()}
        icon={<IconPlus size={20} aria-hidden />}
        heading={text('product.published.next.another')}
        body={text('product.published.next.another.body')}
      />
    </Done>
  );
}
