import { expect, test } from 'vitest';
import { tidyTree } from './tidyTree';

const item = (id: string, parentId: string | null = null) => ({ id, parentId });
const rows = (items: ReturnType<typeof item>[], closed: string[] = []) =>
  tidyTree(items, (id) => !closed.includes(id)).placed.map(({ item: { id }, level, row }) => [id, level, row]);

test('a parent stands at the middle of its children', () => {
  expect(rows([item('a'), item('a1', 'a'), item('a2', 'a'), item('b')])).toEqual([
    ['a', 1, 0.5],
    ['a1', 2, 0],
    ['a2', 2, 1],
    ['b', 1, 2],
  ]);
});

test('a closed branch takes one line and says how many it holds', () => {
  const tree = tidyTree([item('a'), item('a1', 'a'), item('a2', 'a')], () => false);
  expect(tree.placed.map(({ item: { id }, below, open }) => [id, below, open])).toEqual([['a', 2, false]]);
  expect(tree.rows).toBe(1);
});

test('one whose parent is not known stands at the top', () => {
  expect(rows([item('a', 'hidden')])).toEqual([['a', 1, 0]]);
});

test('a hundred domains have a hundred places', () => {
  const many = Array.from({ length: 100 }, (_, at) => item(`${at}`, at < 10 ? null : `${(at * 7) % 10}`));
  const { placed } = tidyTree(many, () => true);
  expect(placed).toHaveLength(100);
  expect(new Set(placed.map(({ level, row }) => `${level}/${row}`)).size).toBe(100);
});
