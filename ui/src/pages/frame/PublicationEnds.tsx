import { useQueries } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { queries } from '#/api/query';
import { forgetStarted, useStarted } from '#/api/started';
import type { Publication } from '#/api/types';
import { host } from '#/host';
import { TextLink } from '#/kit/links';
import { toastDone, toastFailed } from '#/kit/toast';
import { useText } from '#/messages';
import { paths } from '#/paths';

/** Pages that show the publication themselves: the wizards, and the product's own page. */
function showsItself(pathname: string, { dataProductSlug }: Publication): boolean {
  return /^\/(new|drafts)\//.test(pathname) || pathname.startsWith(`/data-products/${dataProductSlug}`);
}

/** Tells the end of what this person published, wherever they are by then. */
export function PublicationEnds() {
  const text = useText();
  const router = useRouter();
  const told = useRef(new Set<string>());
  const started = useStarted();
  const publications = useQueries({ queries: started.map((id) => queries.publication(id)) });

  useEffect(() => {
    for (const [index, id] of started.entries()) {
      const { data: publication, isError } = publications[index] ?? {};
      if (isError) forgetStarted(id);
      if (publication === undefined || publication.state === 'running' || told.current.has(id)) continue;
      told.current.add(id);
      forgetStarted(id);
      if (publication.state === 'cancelled') continue;
      const failed = publication.state === 'failed';
      const title = text(failed ? 'frame.publication.failed' : 'frame.publication.done', {
        name: publication.dataProductName,
      });
      // Such a page tells the machine, too.
      if (showsItself(router.state.location.pathname, publication)) continue;
      void host.notify({ title, body: text(failed ? 'frame.publication.failedNext' : 'frame.publication.doneNext') });
      (failed ? toastFailed : toastDone)(
        <TextLink {...paths.dataProduct(publication.dataProductSlug)}>
          {text(failed ? 'frame.publication.failedNext' : 'frame.publication.doneNext')}
        </TextLink>,
        title,
      );
    }
  }, [started, publications, router, text]);
  return null;
}
