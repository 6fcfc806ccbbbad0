import { english, type MessageId, type TextOf } from '#/messages';

const isKnown = (id: string): id is MessageId => Object.hasOwn(english, id);

/** What a policy says, in words. A test keeps that each built-in one has them. */
export function policySentence(text: TextOf, policy: string): string {
  const id = `policy.says.${policy}`;
  return isKnown(id) ? text(id) : text('policy.unknown');
}

/** On what condition it holds. */
export function policyCondition(text: TextOf, policy: string): string | null {
  const id = `policy.when.${policy}`;
  return isKnown(id) ? text(id) : null;
}
