import type { Role } from '#/api/types';

/** From the most to the least that one may do. */
export const roles: readonly Role[] = ['administrator', 'steward', 'member', 'viewer'];
