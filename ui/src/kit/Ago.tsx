import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatAgo, formatMoment } from '#/format/time';

/** A time as people say it, with the exact one on hover and focus; keeps itself current. */
export function Ago({ value, now }: { value: string; now?: number }) {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  const exact = formatMoment(value);
  return (
    <Tooltip label={exact}>
      <time dateTime={value}>{formatAgo(value, now)}</time>
    </Tooltip>
  );
}
