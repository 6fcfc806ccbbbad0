import { IconArrowBackUp, IconEye, IconPlus, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { failureOf, queries } from '#/api/query';
import { Done, NextCard } from '#/components/things/NextSteps';
import { DomainCreate } from '#/forms/domain-create/DomainCreate';
import { ErrorPage } from '#/kit/ErrorPage';
import { DomainKindWeave } from '#/kit/weave/DomainKindWeave';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';

/** Creates a domain, and says what comes after. */
export function DomainNewPage() {
  const { step, draft, done, back, below } = useSearch({ from: '/signed-in/whole/new/domain' });
  const navigate = useNavigate();
  const session = useQuery(queries.session());
  if (done !== undefined) return <DomainDone slug={done} back={back} />;
  const self = session.data?.person;
  if (!self) return null;
  return (
    <DomainCreate
      self={{ id: self.id, name: self.name }}
      parentId={below}
      place={{ step, draft }}
      onPlace={(place, { replace }) =>
        void navigate({ to: '/new/domain', search: { ...place, back, below }, replace, resetScroll: false })
      }
      onCreated={(domain) => void navigate({ to: '/new/domain', search: { done: domain.slug, back }, replace: true })}
      onClose={() => void navigate(back === undefined ? paths.domains() : paths.draft(back))}
      onAnew={() => void navigate({ to: '/new/domain', search: {}, reloadDocument: true })}
    />
  );
}

function DomainDone({ slug, back }: { slug: string; back: string | undefined }) {
  const text = useText();
  const domain = useQuery(queries.domain(slug));
  if (failureOf(domain) !== null) return <ErrorPage cause={domain.error} level={1} onRetry={() => void domain.refetch()} />;
  if (!domain.data) return <main aria-busy />;
  const { id, name, kind } = domain.data;
  return (
    <Done
      picture={<DomainKindWeave kind={kind} />}
      tab={text('domain.create.done', { name })}
      title={<Phrase id="domain.create.done" values={{ name: <bdi key="name">{name}</bdi> }} />}
      lead={text('domain.create.done.lead')}
    >
      {back === undefined ? (
        <NextCard
          {...paths.dataProductNew({ domainId: id })}
          primary
          icon={<IconTable size={20} aria-hidden />}
          heading={text('domain.create.next.product')}
          body={text('domain.create.next.product.body')}
        />
      ) : (
        <NextCard
          to="/new/data-product"
          search={{ draft: back, domainId: id, step: 'purpose' }}
          primary
          icon={<IconArrowBackUp size={20} aria-hidden />}
          heading={text('domain.create.next.back')}
          body={text('domain.create.next.back.body')}
        />
      )}
      <NextCard
        {...paths.domain(slug)}
        icon={<IconEye size={20} aria-hidden />}
        heading={text('domain.create.next.see')}
        body={text('domain.create.next.see.body')}
      />
      <NextCard
        {...paths.domainNew()}
        icon={<IconPlus size={20} aria-hidden />}
        heading={text('domain.create.next.another')}
        body={text('domain.create.next.another.body')}
      />
    </Done>
  );
}
