import type { Meaning } from '#/api/types';
import { formatShare, honestShare } from '#/format/number';
import type { TextOf } from '#/messages';

/** Why a column is thought to mean what it does, in sentences. */
export function reasonsFor({ kind, fits, checked, checkDigits, headerWord, scheme }: Meaning, text: TextOf): string[] {
  const what = text(`profile.form.${kind}`);
  const values =
    fits >= 1
      ? checked.count === null
        ? text('profile.why.allUncounted', { what })
        : text('profile.why.all', { checked: checked.count, what })
      : text('profile.why.share', { share: formatShare(honestShare(fits)), checked: checked.count ?? 0, what });
  return [
    headerWord === null ? text('profile.why.noHeader') : text('profile.why.header', { word: headerWord }),
    values,
    ...(checkDigits ? [text('profile.why.checkDigits')] : []),
    ...(scheme === null ? [] : [text('profile.why.scheme', { scheme: scheme.split('-')[0]?.toUpperCase() ?? scheme })]),
  ];
}
