import { Tooltip } from '@mantine/core';
import type { ColumnType } from '#/api/types';
import { useText } from '#/messages';

/** A column's type in words; what it is called in the table on hover. */
export function TypeText({ type, physicalType }: { type: ColumnType; physicalType: string }) {
  const text = useText();
  return (
    <Tooltip label={physicalType}>
      <span>{text(`table.type.${type}`)}</span>
    </Tooltip>
  );
}
