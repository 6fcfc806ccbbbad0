import { useQuery } from '@tanstack/react-query';
import { queries } from '#/api/query';
import type { Domain } from '#/api/types';
import { ListTable } from '#/components/list/ListTable';
import { MainLink } from '#/components/list/MainLink';
import classes from '#/components/things/ThingPage.module.css';
import { formatCount } from '#/format/number';
import { useText } from '#/messages';
import { paths } from '#/paths';

/** The domains directly below one; nothing where there are none. */
export function Subdomains({ of }: { of: Domain }) {
  const text = useText();
  const below = useQuery(queries.subdomains(of.id)).data ?? [];
  if (below.length === 0) return null;
  return (
    <section className={classes.main} aria-labelledby="domain-below">
      <h2 className={classes.section} id="domain-below">
        {text('domain.page.below')}
      </h2>
      <ListTable
        label={text('domain.page.below')}
        items={below}
        columns={[
          {
            key: 'name',
            header: text('domain.list.column.name'),
            cell: ({ slug, name, purpose }) => <MainLink {...paths.domain(slug)} name={name} detail={purpose} />,
          },
          {
            key: 'products',
            header: text('domain.list.column.products'),
            width: '128px',
            end: true,
            cell: ({ dataProductCount }) => formatCount(dataProductCount),
          },
        ]}
      />
    </section>
  );
}
