import { useNavigate, useSearch } from '@tanstack/react-router';
import { PublicationView } from '#/components/publication/PublicationView';
import { DataProductCreate } from '#/forms/data-product-create/DataProductCreate';
import { paths } from '#/paths';

/** Makes a data product of a file and follows it until it is published. */
export function DataProductNewPage() {
  const { step, draft, done, uploadId, domainId } = useSearch({ from: '/signed-in/whole/new/data-product' });
  const navigate = useNavigate();
  if (done !== undefined) {
    return (
      <PublicationView
        publicationId={done}
        onUndone={(draftId) => void navigate(draftId === null ? paths.dataProducts() : paths.draft(draftId))}
      />
    );
  }
  return (
    <DataProductCreate
      place={{ step, draft }}
      start={{
        ...(uploadId === undefined ? {} : { file: { id: uploadId, fileName: '' } }),
        ...(domainId === undefined ? {} : { domainId }),
      }}
      onPlace={(place, { replace }) =>
        void navigate({ to: '/new/data-product', search: { ...place }, replace, resetScroll: false })
      }
      onStarted={({ id }) => void navigate({ to: '/new/data-product', search: { done: id }, replace: true })}
      onClose={() => void navigate(paths.dataProducts())}
      onAnew={() => void navigate({ to: '/new/data-product', search: {}, reloadDocument: true })}
    />
  );
}
