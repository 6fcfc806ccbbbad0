import { NativeSelect } from '@mantine/core';
import { useText } from '#/messages';

interface VersionChoiceProps {
  /** All that there are, by number. */
  versions: readonly { number: number }[];
  /** The number of the current one. */
  current: number;
  shown: number;
  /** Told nothing where the current one is chosen: an address without a version follows it. */
  onChoose: (number: number | undefined) => void;
}

/** Which version of a data product is shown. */
export function VersionChoice({ versions, current, shown, onChoose }: VersionChoiceProps) {
  const text = useText();
  return (
    <NativeSelect
      aria-label={text('product.page.version')}
      value={String(shown)}
      onChange={(event) => {
        const picked = Number(event.currentTarget.value);
        onChoose(picked === current ? undefined : picked);
      }}
      data={versions.map(({ number }) => ({
        value: String(number),
        label: text(number === current ? 'product.page.versionCurrent' : 'product.page.versionNumber', { number }),
      }))}
    />
  );
}
