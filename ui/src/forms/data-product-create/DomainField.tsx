import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { queries } from '#/api/query';
import { PickerField } from '#/components/form/PickerField';
import { useFoundDomains } from '#/components/form/useFoundDomains';
import type { StepProps } from '#/components/wizard/wizard';
import { Phrase, useText } from '#/messages';
import { paths } from '#/paths';
import type { ProductValues } from './values';

/** Picks the domain, with a way out to create one that leads back here. */
export function DomainField({ form, leave }: StepProps<ProductValues>) {
  const text = useText();
  const navigate = useNavigate();
  const { domains, chosen, loading, nowhere, onSearch } = useFoundDomains('create-data-product', form.values.domainId);
  const session = useQuery(queries.session());
  const mayCreateDomain = session.data?.can.createDomain === true;
  const link = (
    <Anchor
      key="link"
      component="button"
      type="button"
      inherit
      underline="always"
      onClick={() => void leave((draftId) => void navigate(paths.domainNew(draftId === null ? {} : { back: draftId })))}
    >
      {text('product.domain.create')}
    </Anchor>
  );
  const own = domains.filter(({ can }) => can.createDataProduct);
  return (
    <div>
      <PickerField
        path="domainId"
        label={text('product.domain')}
        help={text('product.domain.help')}
        options={own.map(({ id, name, slug }) => ({ value: id, label: name, detail: slug }))}
        value={chosen?.can.createDataProduct === true ? form.values.domainId : ''}
        onPick={(id) => form.set('domainId', id)}
        issue={form.shown('domainId')}
        loading={loading}
        onSearch={onSearch}
        nothing={text('product.domain.nothing')}
      />
      <p style={{ margin: '6px 0 0', color: 'var(--sv-text-soft)', fontSize: 14, lineHeight: '20px', maxWidth: 524 }}>
        {mayCreateDomain ? (
          <Phrase id={nowhere ? 'product.domain.none' : 'product.domain.createHelp'} values={{ link }} />
        ) : (
          nowhere && text('product.domain.noneViewer')
        )}
      </p>
    </div>
  );
}
