import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Publication } from '#/api/types';
import { host } from '#/host';
import { useText } from '#/messages';

/** When a watched publication ends, the product is read anew and whoever looks elsewhere is told. */
export function usePublicationEnd(publication: Publication | undefined): void {
  const text = useText();
  const queryClient = useQueryClient();
  const before = useRef<Publication['state'] | undefined>(undefined);
  useEffect(() => {
    if (!publication) return;
    const was = before.current;
    before.current = publication.state;
    if (was !== 'running' || publication.state === 'running') return;
    void queryClient.invalidateQueries({ queryKey: ['data-product'] });
    void queryClient.invalidateQueries({ queryKey: ['domain'] });
    const name = publication.dataProductName;
    if (publication.state === 'succeeded') {
      const body = text('product.publishing.notify.body', { number: publication.versionNumber });
      void host.notify({ title: text('product.publishing.notify', { name }), body });
    }
    if (publication.state === 'failed') {
      const body = text('product.publishing.notifyFailed.body');
      void host.notify({ title: text('product.publishing.notifyFailed', { name }), body });
    }
  }, [publication, queryClient, text]);
}
