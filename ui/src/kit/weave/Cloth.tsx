/*
 * The picture language: warp threads (upright, ecru) are domains, weft threads (across, indigo) are
 * products, each crossing is a port. One red thread runs along the edge.
 */

const PITCH = 20;
const THREAD = 15;
const INSET = (PITCH - THREAD) / 2;

interface ClothProps {
  /** Warp threads. */
  columns: number;
  /** Room for weft threads. */
  rows: number;
  /** Weft threads woven so far, from the top; the rest is warp waiting. */
  woven?: number;
  /** The right-hand ends hang loose. */
  frayed?: boolean;
  /** A shuttle is on its way through the next row. */
  shuttle?: boolean;
}

/** Loose ends differ in length, the same way in every drawing. */
function looseEnd(row: number): number {
  return ((row * 37 + 11) % 5) * 8 - 6;
}

/** Where the weft goes under, the warp lies on top. */
function warpOnTop(row: number, column: number): boolean {
  return (row + column) % 2 === 0;
}

function Warp({ column, y, height }: { column: number; y: number; height: number }) {
  return (
    <rect
      x={column * PITCH + INSET}
      y={y}
      width={THREAD}
      height={height}
      rx={4}
      fill={column === 0 ? 'var(--sv-thread)' : 'var(--sv-yarn)'}
    />
  );
}

function Weft({ row, columns, frayed }: { row: number; columns: number; frayed: boolean }) {
  const y = row * PITCH + INSET;
  const end = columns * PITCH + (frayed ? looseEnd(row) : 2);
  const bend = row % 2 === 0 ? 7 : -5;
  return (
    <g>
      <rect x={-2} y={y} width={end + 2} height={THREAD} rx={4} fill="var(--sv-cloth)" />
      <rect x={-2} y={y + 2.5} width={end + 2} height={2} rx={1} fill="var(--sv-cloth-light)" opacity={0.5} />
      {frayed && (
        <path
          d={`M${end - 3} ${y + 4} q 10 1 17 ${bend} M${end - 3} ${y + 8} q 9 2 13 ${bend / 2} M${end - 3} ${y + 12} q 8 2 10 ${-bend}`}
          fill="none"
          stroke="var(--sv-cloth)"
          strokeWidth={2}
          strokeLinecap="round"
        />
      )}
    </g>
  );
}

function Shuttle({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M0 8 Q14 -2 34 -1 H42 Q62 -2 76 8 Q62 18 42 17 H34 Q14 18 0 8Z" fill="var(--sv-cloth-deep)" />
      <path d="M22 4 H54 V12 H22Z" fill="var(--sv-yarn-light)" rx={2} />
      <path d="M26 4v8M31 4v8M36 4v8M41 4v8M46 4v8M51 4v8" stroke="var(--sv-cloth)" strokeWidth={2.5} />
    </g>
  );
}

/** A plain weave: over one, under one. */
export function Cloth({ columns, rows, woven = rows, frayed = false, shuttle = false }: ClothProps) {
  const width = columns * PITCH;
  const height = rows * PITCH;
  const margin = frayed ? 56 : shuttle ? 28 : 8;
  const wefts = Array.from({ length: woven }, (_, row) => row);
  const warps = Array.from({ length: columns }, (_, column) => column);
  const reach = Math.round(columns * 0.55);
  const rowY = woven * PITCH + INSET;
  return (
    <svg viewBox={`-8 -10 ${width + 8 + margin} ${height + 20}`} aria-hidden focusable="false">
      {warps.map((column) => (
        <Warp key={column} column={column} y={-8} height={height + 16} />
      ))}
      {wefts.map((row) => (
        <Weft key={row} row={row} columns={columns} frayed={frayed} />
      ))}
      {wefts.flatMap((row) =>
        warps
          .filter((column) => warpOnTop(row, column))
          .map((column) => <Warp key={`${row} ${column}`} column={column} y={row * PITCH - 1} height={PITCH + 2} />),
      )}
      {shuttle && (
        <>
          <rect x={-2} y={rowY} width={reach * PITCH} height={THREAD} rx={4} fill="var(--sv-cloth)" />
          {warps
            .filter((column) => column < reach && warpOnTop(woven, column))
            .map((column) => (
              <Warp key={column} column={column} y={woven * PITCH - 1} height={PITCH + 2} />
            ))}
          <Shuttle x={reach * PITCH - 6} y={rowY} />
        </>
      )}
    </svg>
  );
}
