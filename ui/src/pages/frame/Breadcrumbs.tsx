import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { queries } from '#/api/query';
import { type MessageId, useText } from '#/messages';
import { paths } from '#/paths';
import classes from './Breadcrumbs.module.css';
import { places } from './commands/places';

interface Crumb {
  key: string;
  label: ReactNode;
  link?: ReturnType<typeof paths.domains | typeof paths.domain | typeof paths.dataProducts | typeof paths.dataProduct>;
}

function useCrumbs(): Crumb[] {
  const text = useText();
  const match = useMatchRoute();
  const inDomain = match({ to: '/domains/$slug', fuzzy: true });
  const inProduct = match({ to: '/data-products/$slug', fuzzy: true });
  const domain = useQuery({ ...queries.domain(inDomain ? inDomain.slug : ''), enabled: inDomain !== false });
  const product = useQuery({ ...queries.dataProduct(inProduct ? inProduct.slug : ''), enabled: inProduct !== false });

  const plain = (id: MessageId): Crumb[] => [{ key: id, label: text(id) }];
  if (inDomain) {
    const editing = match({ to: '/domains/$slug/edit' });
    return [
      { key: 'domains', label: text('frame.domains'), link: paths.domains() },
      {
        key: 'domain',
        label: <bdi>{domain.data?.name ?? inDomain.slug}</bdi>,
        link: editing ? paths.domain(inDomain.slug) : undefined,
      },
      ...(editing ? plain('frame.edit') : []),
    ];
  }
  if (inProduct) {
    const editing = match({ to: '/data-products/$slug/edit' });
    const home = product.data?.domain;
    return [
      { key: 'discover', label: text('frame.discover'), link: paths.dataProducts() },
      ...(home === undefined ? [] : [{ key: 'domain', label: <bdi>{home.name}</bdi>, link: paths.domain(home.slug) }]),
      {
        key: 'product',
        label: <bdi>{product.data?.name ?? inProduct.slug}</bdi>,
        link: editing ? paths.dataProduct(inProduct.slug) : undefined,
      },
      ...(editing ? plain('frame.edit') : []),
    ];
  }
  if (match({ to: '/search' })) return plain('frame.search');
  const place = places.find(({ to }) => match({ to: to.to }));
  return place === undefined ? [] : plain(place.label);
}

export function Breadcrumbs() {
  const text = useText();
  const crumbs = useCrumbs();
  return (
    <nav aria-label={text('frame.breadcrumb')} className={classes.root}>
      <ol className={classes.list}>
        {crumbs.map(({ key, label, link }, index) => (
          <Fragment key={key}>
            {index > 0 && (
              <li aria-hidden className={classes.slash}>
                /
              </li>
            )}
            <li className={classes.crumb} aria-current={index === crumbs.length - 1 ? 'page' : undefined}>
              {link === undefined ? label : <Link {...link}>{label}</Link>}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
