/*
 * A tidy tree drawn sideways: every leaf has a line of its own, every parent stands at the middle of its children.
 * Lines never cross and boxes never overlap, however many there are.
 */

export interface TreeItem {
  id: string;
  /** The item above it; null for one at the top. An unknown one counts as none. */
  parentId: string | null;
}

export interface Placed<T> {
  item: T;
  /** 1 for the top. */
  level: number;
  /** In lines; parents may stand between two. */
  row: number;
  /** Its place among its siblings, from 1, and how many there are. */
  position: number;
  siblings: number;
  /** How many lie directly below it, shown or not. */
  below: number;
  open: boolean;
  parentId: string | null;
}

export interface TidyTree<T> {
  /** From top to bottom, as one reads and walks it. */
  placed: readonly Placed<T>[];
  rows: number;
  levels: number;
}

/** Places every item whose parents are all open. Siblings keep the order in which they come. */
export function tidyTree<T extends TreeItem>(items: readonly T[], isOpen: (id: string) => boolean): TidyTree<T> {
  const known = new Set(items.map(({ id }) => id));
  const children = new Map<string | null, T[]>();
  for (const item of items) {
    const parent = item.parentId !== null && known.has(item.parentId) ? item.parentId : null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [item]);
    else siblings.push(item);
  }
  const placed: Placed<T>[] = [];
  let rows = 0;
  let levels = 0;
  const place = (siblings: readonly T[], level: number, parentId: string | null): Placed<T>[] =>
    siblings.map((item, at) => {
      const below = children.get(item.id) ?? [];
      const open = below.length > 0 && isOpen(item.id);
      const self = {
        item,
        level,
        row: 0,
        position: at + 1,
        siblings: siblings.length,
        below: below.length,
        open,
        parentId,
      };
      placed.push(self);
      levels = Math.max(levels, level);
      if (!open) {
        self.row = rows;
        rows += 1;
        return self;
      }
      const [first, last] = ends(place(below, level + 1, item.id));
      self.row = (first.row + last.row) / 2;
      return self;
    });
  place(children.get(null) ?? [], 1, null);
  return { placed, rows, levels };
}

function ends<T>(all: readonly Placed<T>[]): [Placed<T>, Placed<T>] {
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined) throw new Error('an open branch has children');
  return [first, last];
}
