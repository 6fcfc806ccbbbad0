import type { Classification, Discoverability } from '#/api/types';

/** From the least sensitive to the most. */
export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const satisfies Classification[];
/** From the most open to the least. */
export const audiences = ['everyone', 'members'] as const satisfies Discoverability[];
