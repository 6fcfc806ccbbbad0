import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { english } from '#/messages';

const written = readFileSync(new URL('../../../../crates/mesh-policy/src/roles.cedar', import.meta.url), 'utf8');
const policies = [...written.matchAll(/@id\("([^"]+)"\)/g)].map(([, id]) => id);

it('knows the policies', () => {
  expect(policies.length).toBeGreaterThan(10);
});

it.each(policies)('%s is said in words', (policy) => {
  expect(english).toHaveProperty([`policy.says.${policy}`]);
  expect(english).toHaveProperty([`policy.when.${policy}`]);
});

it('says nothing of policies that there are no more', () => {
  const said = Object.keys(english).filter((id) => /^policy\.(says|when)\./.test(id));
  expect(said.filter((id) => !policies.some((policy) => id.endsWith(`.${policy}`)))).toEqual([]);
});
