import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { DataProduct } from '#/api/types';
import { EmptyPage } from '#/kit/EmptyPage';
import { Term } from '#/kit/Term';
import { Phrase, useText } from '#/messages';
import classes from './Contract.module.css';
import { ContractCode } from './ContractCode';
import { ContractWords } from './ContractWords';

type Form = 'words' | 'code';

/** What a product promises, in words and as the files that other programs read. */
export function ProductContract({ product }: { product: DataProduct }) {
  const text = useText();
  const [form, setForm] = useState<Form>('words');
  if (product.currentVersion === null) {
    return (
      <EmptyPage kind="nothing" title={text('contract.none.title')}>
        {text('contract.none.body')}
      </EmptyPage>
    );
  }
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <p className={classes.lead}>
          <Phrase
            id="contract.lead"
            values={{
              term: (chunks) => (
                <Term key="term" means="contract.term">
                  {chunks}
                </Term>
              ),
            }}
          />
        </p>
        <SegmentedControl<Form>
          aria-label={text('contract.form')}
          value={form}
          onChange={setForm}
          data={[
            { value: 'words', label: text('contract.form.words') },
            { value: 'code', label: text('contract.form.code') },
          ]}
        />
      </div>
      {form === 'words' ? <ContractWords product={product} /> : <ContractCode product={product} />}
    </div>
  );
}
