import { IconAlertTriangle, IconLoader2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import type { DataProduct } from '#/api/types';
import { useText } from '#/messages';
import classes from './Publication.module.css';
import { PublicationFailure } from './PublicationFailure';
import { PublicationSteps } from './PublicationSteps';
import { usePublicationEnd } from './usePublicationEnd';

interface PublicationBannerProps {
  product: DataProduct;
  publicationId: string;
  onUndone: (draftId: string | null) => void;
}

/** On a product's page: the publication that runs or waits to be resumed. */
export function PublicationBanner({ product, publicationId, onUndone }: PublicationBannerProps) {
  const text = useText();
  const { data } = useQuery(queries.publication(publicationId));
  usePublicationEnd(data);
  if (!data || data.state === 'succeeded' || data.state === 'cancelled') return null;
  const failed = data.state === 'failed';
  return (
    <section className={classes.banner} data-failed={failed || undefined} role={failed ? 'alert' : 'status'}>
      <h2 className={classes.bannerTitle}>
        {failed ? <IconAlertTriangle size={20} aria-hidden /> : <IconLoader2 size={20} aria-hidden />}
        {text(failed ? 'product.publishing.versionFailed' : 'product.publishing.versionRunning', {
          number: data.versionNumber,
        })}
      </h2>
      <PublicationSteps publication={data} />
      {failed && <PublicationFailure publication={data} mayAct={product.can.publish} onUndone={onUndone} />}
    </section>
  );
}
