import { ActionIcon } from '@mantine/core';
import { IconChevronRight, IconLock } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DomainOutline } from '#/api/types';
import { type Placed, tidyTree } from '#/graph/tidyTree';
import { useText } from '#/messages';
import { paths } from '#/paths';
import classes from './DomainTree.module.css';
import { useLinesInView } from './useLinesInView';

const WIDTH = 248;
const HEIGHT = 52;
const GAP = 12;
const COLUMN = WIDTH + 64;
const LINE = HEIGHT + GAP;
/** More than these are more than one looks over: only the top is open at first. */
const OPEN_MAX = 100;

interface Item {
  id: string;
  parentId: string | null;
  domain: DomainOutline;
}

interface DomainTreeProps {
  domains: readonly DomainOutline[];
  /** Whether these are what was looked for; they all show then. */
  sought: boolean;
}

/**
 * Domains as a picture: the larger parts of the business at the left, what belongs to them at their right. Only what is
 * in view is on the page, and where the focus is.
 */
export function DomainTree({ domains, sought }: DomainTreeProps) {
  const text = useText();
  const navigate = useNavigate();
  const openAtFirst = sought || domains.length <= OPEN_MAX;
  /** Branches that aren't as they were at first. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [here, setHere] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const items = useMemo(
    () => domains.map((domain): Item => ({ id: domain.id, parentId: domain.parentId, domain })),
    [domains],
  );
  const tree = useMemo(() => tidyTree(items, (id) => openAtFirst !== turned.has(id)), [items, openAtFirst, turned]);
  const { placed } = tree;
  const byId = useMemo(() => new Map(placed.map((each) => [each.item.id, each])), [placed]);
  const current = (here === null ? undefined : byId.get(here)) ?? placed[0];
  const [first, last] = useLinesInView(root, LINE);

  /** Where the focus goes once it is on the page. */
  const going = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (going.current === null || going.current !== current?.item.id) return;
    going.current = null;
    root.current?.querySelector<HTMLElement>(`[data-id="${current.item.id}"]`)?.focus();
  });

  const toggle = useCallback(
    (id: string) =>
      setTurned((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const go = (to: Placed<Item> | undefined) => {
    if (to === undefined) return;
    going.current = to.item.id;
    setHere(to.item.id);
  };
  const stepOf = (key: string): (() => void) | null => {
    if (current === undefined) return null;
    const at = placed.indexOf(current);
    const { id, domain } = current.item;
    switch (key) {
      case 'ArrowDown':
        return () => go(placed[at + 1]);
      case 'ArrowUp':
        return () => go(placed[at - 1]);
      case 'Home':
        return () => go(placed[0]);
      case 'End':
        return () => go(placed.at(-1));
      case 'ArrowRight':
        return () => (current.below > 0 && !current.open ? toggle(id) : current.open && go(placed[at + 1]));
      case 'ArrowLeft':
        return () =>
          current.open ? toggle(id) : go(current.parentId === null ? undefined : byId.get(current.parentId));
      case 'Enter':
        return () => void navigate(paths.domain(domain.slug));
      default:
        return null;
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key);
    if (step === null) return;
    event.preventDefault();
    step();
  };

  const width = tree.levels * COLUMN - (COLUMN - WIDTH);
  const height = tree.rows * LINE - GAP;
  const inView = ({ row }: Placed<Item>) => row >= first && row <= last;
  const shown = placed.filter((each) => inView(each) || each === current);
  const threads = placed.flatMap((each) => {
    const parent = each.parentId === null ? undefined : byId.get(each.parentId);
    if (parent === undefined) return [];
    const [from, to] = parent.row < each.row ? [parent.row, each.row] : [each.row, parent.row];
    return to < first || from > last ? [] : [{ each, parent }];
  });
  return (
    <>
      <p className={classes.help}>{text('domain.tree.help')}</p>
      <div className={classes.scroll}>
        <div
          ref={root}
          role="tree"
          aria-label={text('domain.tree.label')}
          className={classes.tree}
          style={{ width, height }}
          onKeyDown={onKeyDown}
        >
          <svg className={classes.threads} width={width} height={height} aria-hidden role="presentation">
            {threads.map(({ each, parent }) => {
              const [x1, y1] = [(parent.level - 1) * COLUMN + WIDTH, parent.row * LINE + HEIGHT / 2];
              const [x2, y2] = [(each.level - 1) * COLUMN, each.row * LINE + HEIGHT / 2];
              const middle = (x1 + x2) / 2;
              return <path key={each.item.id} d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`} />;
            })}
          </svg>
          {shown.map((each) => (
            <Node key={each.item.id} placed={each} focusable={each === current} onFocus={setHere} onToggle={toggle} />
          ))}
        </div>
      </div>
    </>
  );
}

interface NodeProps {
  placed: Placed<Item>;
  focusable: boolean;
  onFocus: (id: string) => void;
  onToggle: (id: string) => void;
}

/** Drawn anew only when something of it has changed, which scrolling doesn't. */
const Node = memo(function Node({ placed, focusable, onFocus, onToggle }: NodeProps) {
  const text = useText();
  const { item, level, row, position, siblings, below, open } = placed;
  const { id, slug, name, kind, dataProductCount, discoverability, lifecycle } = item.domain;
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={below > 0 ? open : undefined}
      aria-selected={false}
      aria-label={`${name}, ${text(`domain.kind.${kind}.title`)}, ${text('domain.page.productsCount', { count: dataProductCount })}`}
      tabIndex={focusable ? 0 : -1}
      data-id={id}
      data-kind={kind}
      data-retired={lifecycle === 'retired' || undefined}
      className={classes.node}
      style={{ left: (level - 1) * COLUMN, top: row * LINE, width: WIDTH, height: HEIGHT }}
      onFocus={() => onFocus(id)}
    >
      <span className={classes.words}>
        <Link {...paths.domain(slug)} className={classes.name} title={name} tabIndex={-1}>
          <bdi>{name}</bdi>
        </Link>
        <span className={classes.detail}>
          {discoverability === 'members' && <IconLock size={12} aria-hidden />}
          {text('domain.page.productsCount', { count: dataProductCount })}
        </span>
      </span>
      {below > 0 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          aria-label={text(open ? 'domain.tree.collapse' : 'domain.tree.expand', { name })}
          onClick={() => onToggle(id)}
        >
          <IconChevronRight size={16} aria-hidden className={classes.chevron} data-open={open || undefined} />
        </ActionIcon>
      )}
    </div>
  );
});
