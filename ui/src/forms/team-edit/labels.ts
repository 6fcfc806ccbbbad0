import type { MessageId } from '#/messages';

/** How a team's field is called. */
export function teamLabels(path: string): MessageId {
  if (path.startsWith('members') || path === 'leads') return 'team.members';
  return path === 'purpose' ? 'team.purpose' : 'team.name';
}
