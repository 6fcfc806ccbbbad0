import { IconTable } from '@tabler/icons-react';
import type { DataProduct } from '#/api/types';
import { Ago } from '#/kit/Ago';
import { TextLink } from '#/kit/links';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import { Section } from './Section';
import { ThingList } from './ThingList';

/** The data products that this person answers for, the last changed first. */
export function OwnProducts({ products, total }: { products: readonly DataProduct[]; total: number }) {
  const text = useText();
  return (
    <Section
      id="own-products"
      title={text('home.own.products')}
      more={
        total > products.length ? (
          <TextLink {...paths.dataProducts()}>{text('home.recent.all', { count: total })}</TextLink>
        ) : undefined
      }
    >
      <ThingList
        things={products.map(({ id, slug, name, purpose, domain, currentVersion }) => ({
          id,
          to: paths.dataProduct(slug),
          picture: <IconTable size={20} stroke={1.75} />,
          name,
          detail: purpose,
          facts: (
            <>
              <bdi>{domain.name}</bdi>
              {' · '}
              {currentVersion == null ? (
                text('home.recent.unpublished')
              ) : (
                <>
                  {text('home.recent.rows', { count: currentVersion.rowCount })}
                  {' · '}
                  <Phrase id="home.change.published" values={{ when: <Ago value={currentVersion.publishedAt} /> }} />
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}
