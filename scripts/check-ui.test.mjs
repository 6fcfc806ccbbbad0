import { expect, it } from 'vitest';
import { checkDirections, checkMessages } from './check-ui.mjs';

const files = (entries) => new Map(Object.entries(entries));

it('lets a form use the kit', () => {
  expect(checkDirections(files({ 'forms/a/A.tsx': "import { B } from '#/kit/B';" }))).toEqual([]);
});

it('finds a kit that uses a form, written either way', () => {
  expect(checkDirections(files({ 'kit/A.tsx': "import { B } from '#/forms/b/B';" }))).toHaveLength(1);
  expect(checkDirections(files({ 'kit/A.tsx': "import { B } from '../forms/b/B';" }))).toHaveLength(1);
});

it('finds a page that uses another page, and one loaded late', () => {
  expect(checkDirections(files({ 'pages/a/A.tsx': "import { B } from '../b/B';" }))).toHaveLength(1);
  expect(checkDirections(files({ 'pages/a/A.tsx': "const B = import('#/pages/b/B');" }))).toHaveLength(1);
  expect(checkDirections(files({ 'pages/a/A.tsx': "import { B } from './B';" }))).toEqual([]);
});

it('finds a room without a direction', () => {
  expect(checkDirections(files({ 'stuff/A.tsx': '' }))).toHaveLength(1);
});

it('finds sentences nobody says and sentences that stand twice', () => {
  const catalogue = {
    'messages/en/a.json': '{"a.one":"1","a.kind.x":"2","a.never":"3"}',
    'messages/en/b.json': '{"a.one":"4"}',
  };
  const code = { 'kit/A.tsx': `text('a.one'); text(\`a.kind.\${kind}\`);` };
  expect(checkMessages(files({ ...catalogue, ...code }))).toEqual([
    'messages/en/a.json: a.never is used nowhere',
    'messages/en/b.json: a.one also stands in messages/en/a.json',
  ]);
});
