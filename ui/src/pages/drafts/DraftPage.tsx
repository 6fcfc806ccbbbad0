import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams, useSearch } from '@tanstack/react-router';
import { failureOf, queries } from '#/api/query';
import { storedText } from '#/components/wizard/wizard';
import { ErrorPage } from '#/kit/ErrorPage';
import { ButtonLink } from '#/kit/links';
import { useText } from '#/messages';
import { paths } from '#/paths';

/** Leads from a draft to the wizard that it belongs to. */
export function DraftPage() {
  const text = useText();
  const { id } = useParams({ from: '/signed-in/whole/drafts/$id' });
  const { step } = useSearch({ from: '/signed-in/whole/drafts/$id' });
  const draft = useQuery(queries.draft(id));
  if (failureOf(draft) !== null) {
    return (
      <main>
        <ErrorPage
          cause={draft.error}
          level={1}
          onRetry={() => void draft.refetch()}
          actions={<ButtonLink {...paths.drafts()}>{text('wizard.drafts.title')}</ButtonLink>}
        />
      </main>
    );
  }
  if (!draft.data) return <main aria-busy />;
  const search = { draft: id, step: step ?? draft.data.step };
  switch (draft.data.kind) {
    case 'domain-create':
      return <Navigate to="/new/domain" search={search} replace />;
    case 'data-product-create':
      return <Navigate to="/new/data-product" search={search} replace />;
    case 'data-product-publish': {
      const slug = storedText(draft.data.values, 'slug');
      return <Navigate to="/data-products/$slug/publish" params={{ slug }} search={search} replace />;
    }
  }
}
