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
  link?: ReturnType<
    | typeof paths.domains
    | typeof paths.domain
    | typeof paths.dataProducts
    | typeof paths.dataProduct
    | typeof paths.people
    | typeof paths.teams
    | typeof paths.team
    | typeof paths.serviceAccounts
    | typeof paths.serviceAccount
  >;
}

const domainPages = [
  { to: '/domains/$slug/edit', label: 'frame.edit' },
  { to: '/domains/$slug/rename', label: 'domain.page.rename' },
  { to: '/domains/$slug/move', label: 'domain.page.move' },
  { to: '/domains/$slug/retire', label: 'domain.page.retire' },
  { to: '/domains/$slug/reopen', label: 'domain.page.reopen' },
] as const;

function useCrumbs(): Crumb[] {
  const text = useText();
  const match = useMatchRoute();
  const inDomain = match({ to: '/domains/$slug', fuzzy: true });
  const inProduct = match({ to: '/data-products/$slug', fuzzy: true });
  const domain = useQuery({ ...queries.domain(inDomain ? inDomain.slug : ''), enabled: inDomain !== false });
  const product = useQuery({ ...queries.dataProduct(inProduct ? inProduct.slug : ''), enabled: inProduct !== false });

  const inTeam = match({ to: '/teams/$slug', fuzzy: true });
  const inPerson = match({ to: '/people/$id', fuzzy: true });
  const inAccount = match({ to: '/service-accounts/$id', fuzzy: true });
  const team = useQuery({ ...queries.team(inTeam ? inTeam.slug : ''), enabled: inTeam !== false });
  const person = useQuery({ ...queries.person(inPerson ? inPerson.id : ''), enabled: inPerson !== false });
  const account = useQuery({ ...queries.serviceAccount(inAccount ? inAccount.id : ''), enabled: inAccount !== false });

  const plain = (id: MessageId): Crumb[] => [{ key: id, label: text(id) }];
  if (inDomain) {
    const doing = domainPages.find(({ to }) => match({ to }));
    return [
      { key: 'domains', label: text('frame.domains'), link: paths.domains() },
      ...(domain.data?.path ?? []).map(({ id, name, slug }) => ({
        key: id,
        label: <bdi>{name}</bdi>,
        link: paths.domain(slug),
      })),
      {
        key: 'domain',
        label: <bdi>{domain.data?.name ?? inDomain.slug}</bdi>,
        link: doing ? paths.domain(inDomain.slug) : undefined,
      },
      ...(doing ? plain(doing.label) : []),
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
  if (inTeam) {
    const editing = match({ to: '/teams/$slug/edit' });
    return [
      { key: 'teams', label: text('frame.teams'), link: paths.teams() },
      {
        key: 'team',
        label: <bdi>{team.data?.name ?? inTeam.slug}</bdi>,
        link: editing ? paths.team(inTeam.slug) : undefined,
      },
      ...(editing ? plain('frame.edit') : []),
    ];
  }
  if (inPerson) {
    return [
      { key: 'people', label: text('frame.people'), link: paths.people() },
      { key: 'person', label: <bdi>{person.data?.name ?? '…'}</bdi> },
    ];
  }
  if (inAccount) {
    const editing = match({ to: '/service-accounts/$id/edit' });
    return [
      { key: 'accounts', label: text('frame.serviceAccounts'), link: paths.serviceAccounts() },
      {
        key: 'account',
        label: <bdi>{account.data?.name ?? '…'}</bdi>,
        link: editing ? paths.serviceAccount(inAccount.id) : undefined,
      },
      ...(editing ? plain('frame.edit') : []),
    ];
  }
  if (match({ to: '/new/team' })) {
    return [{ key: 'teams', label: text('frame.teams'), link: paths.teams() }, ...plain('frame.new.team')];
  }
  if (match({ to: '/new/service-account' })) {
    return [
      { key: 'accounts', label: text('frame.serviceAccounts'), link: paths.serviceAccounts() },
      ...plain('frame.new.serviceAccount'),
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
