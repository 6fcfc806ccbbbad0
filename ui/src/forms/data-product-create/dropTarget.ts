import { useQuery } from '@tanstack/react-query';
import { useMatch } from '@tanstack/react-router';
import { queries } from '#/api/query';
import type { DataProduct } from '#/api/types';

/** The product on whose page one is, if a dropped file can become its next version. */
export function useDropTarget(): DataProduct | null {
  const match = useMatch({ from: '/signed-in/framed/data-products/$slug', shouldThrow: false });
  const slug = match?.params.slug;
  const { data } = useQuery({ ...queries.dataProduct(slug ?? ''), enabled: slug !== undefined });
  const takes = data?.can.publish === true && data.activePublication === null && data.currentVersion !== null;
  return slug !== undefined && takes ? data : null;
}
