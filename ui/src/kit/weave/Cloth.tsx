/*
 * The picture language: warp threads (upright, ecru) are domains, weft threads (across, indigo) are
 * products, each crossing is a port. One red thread runs along the edge.
 */

const PITCH = 20;
const THREAD = 14;

interface ClothProps {
  /** Warp threads. */
  columns: number;
  /** Weft threads. */
  rows: number;
  /** The right-hand ends hang loose. */
  frayed?: boolean;
  /** Warp only: the loom is ready and nothing has been woven. */
  bare?: boolean;
  /** Weft threads woven so far, from the top; the rest is warp waiting. */
  woven?: number;
}

/** Loose ends differ in length, the same way in every drawing. */
function looseEnd(row: number): number {
  return ((row * 37 + 11) % 5) * 9 - 10;
}

/** A plain weave: over one, under one. */
export function Cloth({ columns, rows, frayed = false, bare = false, woven = rows }: ClothProps) {
  const width = columns * PITCH;
  const height = rows * PITCH;
  const inset = (PITCH - THREAD) / 2;
  const wefts = bare ? 0 : woven;
  return (
    <svg viewBox={`-8 -8 ${width + (frayed ? 56 : 16)} ${height + 16}`} role="presentation" focusable="false">
      {Array.from({ length: columns }, (_, column) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread is its place
          key={column}
          x={column * PITCH + inset}
          y={-6}
          width={THREAD}
          height={height + 12}
          rx={3}
          fill={column === 0 ? 'var(--sv-thread)' : 'var(--sv-yarn)'}
        />
      ))}
      {Array.from({ length: wefts }, (_, row) => {
        const y = row * PITCH + inset;
        const end = frayed ? looseEnd(row) : 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a thread is its place
          <g key={row}>
            <rect x={-2} y={y} width={width + 4 + end} height={THREAD} rx={3} fill="var(--sv-cloth)" />
            {frayed && end > 0 && (
              <path
                d={`M${width + end} ${y + 4} q 10 2 16 ${row % 2 === 0 ? 8 : -4} M${width + end} ${y + 9} q 8 3 10 ${row % 2 === 0 ? 9 : 2}`}
                fill="none"
                stroke="var(--sv-cloth)"
                strokeWidth={2}
                strokeLinecap="round"
              />
            )}
            {Array.from({ length: columns }, (_, column) =>
              (row + column) % 2 === 0 ? (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a crossing is its place
                  key={column}
                  x={column * PITCH + inset}
                  y={y - inset - 1}
                  width={THREAD}
                  height={PITCH + 2}
                  rx={3}
                  fill={column === 0 ? 'var(--sv-thread)' : 'var(--sv-yarn)'}
                />
              ) : null,
            )}
          </g>
        );
      })}
    </svg>
  );
}
