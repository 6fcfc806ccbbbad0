import { NativeSelect } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPencil } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { contractQueries } from '#/api/contract';
import { failureOf, queries } from '#/api/query';
import type { Compatibility, ContractChange, DataProduct } from '#/api/types';
import { ListSkeleton } from '#/components/list/ListSkeleton';
import page from '#/components/things/ThingPage.module.css';
import { ProblemAlert } from '#/kit/ProblemAlert';
import { useText } from '#/messages';
import classes from './Contract.module.css';

/** What changed between two versions of the contract, in sentences; what may break something first. */
export function ContractChanges({ product }: { product: DataProduct }) {
  const text = useText();
  const current = product.currentVersion?.number ?? 1;
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const versions = useQuery(queries.productVersions(product.id));
  const range = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
  const changes = useQuery({ ...contractQueries.changes(product.id, range), placeholderData: keepPreviousData });
  const list = versions.data ?? [];
  const labelOf = (number: number) =>
    text(number === current ? 'product.page.versionCurrent' : 'product.page.versionNumber', { number });
  const choices = (numbers: readonly { number: number }[]) =>
    numbers.map(({ number }) => ({ value: String(number), label: labelOf(number) }));
  const shownTo = to ?? current;
  const shownFrom = changes.data?.from ?? null;
  return (
    <section className={classes.part} aria-labelledby="contract-changes">
      <div className={classes.bar}>
        <h2 className={page.section} id="contract-changes">
          {text('contract.changes')}
        </h2>
        {list.length > 1 && shownFrom !== null && (
          <div className={classes.actions}>
            <NativeSelect
              aria-label={text('contract.changes.from')}
              value={String(shownFrom)}
              onChange={(event) => setFrom(Number(event.currentTarget.value))}
              data={choices(list.filter(({ number }) => number < shownTo))}
            />
            <span aria-hidden>→</span>
            <NativeSelect
              aria-label={text('contract.changes.to')}
              value={String(shownTo)}
              onChange={(event) => {
                const picked = Number(event.currentTarget.value);
                setTo(picked);
                // What came before it is the nearest thing to compare with.
                if (from !== null && from >= picked) setFrom(null);
              }}
              data={choices(list.filter(({ number }) => list.some((other) => other.number < number)))}
            />
          </div>
        )}
      </div>
      {failureOf(changes) !== null ? (
        <ProblemAlert cause={changes.error} />
      ) : changes.data === undefined ? (
        <ListSkeleton label={text('contract.loading')} rows={2} />
      ) : changes.data.from === null ? (
        <p className={classes.about}>{text('contract.changes.first')}</p>
      ) : changes.data.changes.length === 0 ? (
        <p className={classes.about}>{text('contract.changes.nothing', { from: changes.data.from })}</p>
      ) : (
        <>
          <p className={classes.verdict}>
            {text(`contract.changes.${changes.data.compatibility ?? 'patch'}`, {
              before: changes.data.fromContractVersion ?? '',
              after: changes.data.contractVersion,
            })}
          </p>
          <ul className={classes.changes} aria-label={text('contract.changes')}>
            {changes.data.changes.map((change) => (
              <Change
                key={`${change.code} ${change.column ?? change.name} ${change.params?.['rule'] ?? ''}`}
                change={change}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const icons: Readonly<Record<Compatibility, typeof IconPencil>> = {
  major: IconAlertTriangle,
  minor: IconCircleCheck,
  patch: IconPencil,
};

function Change({ change }: { change: ContractChange }) {
  const text = useText();
  const { code, compatibility, name, params } = change;
  const Icon = icons[compatibility];
  const values = { name, before: '', after: '', rule: '', field: '', ...params };
  return (
    <li className={classes.change} data-compatibility={compatibility}>
      <Icon size={20} aria-hidden />
      <span dir="auto">{text(`contract.change.${code}`, values)}</span>
      <span className={classes.badge}>{text(`contract.compatibility.${compatibility}`)}</span>
    </li>
  );
}
