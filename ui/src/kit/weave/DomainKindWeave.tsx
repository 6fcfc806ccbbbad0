import type { DomainKind } from '#/api/types';

const THREADS = [0, 1, 2] as const;

/** A square of cloth of three by three threads, 57 units wide. */
function Square({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      {THREADS.map((column) => (
        <rect key={column} x={column * 19 + 2} y={-4} width={15} height={65} rx={4} fill="var(--sv-yarn)" />
      ))}
      {THREADS.map((row) => (
        <rect key={row} x={-4} y={row * 19 + 2} width={65} height={15} rx={4} fill="var(--sv-cloth)" />
      ))}
      {THREADS.flatMap((row) =>
        THREADS.filter((column) => (row + column) % 2 === 0).map((column) => (
          <rect
            key={`${row} ${column}`}
            x={column * 19 + 2}
            y={row * 19 - 1}
            width={15}
            height={21}
            rx={4}
            fill="var(--sv-yarn)"
          />
        )),
      )}
    </g>
  );
}

function Thread({ d, red = false }: { d: string; red?: boolean }) {
  return (
    <path
      d={d}
      fill="none"
      stroke={red ? 'var(--sv-thread)' : 'var(--sv-cloth)'}
      strokeWidth={red ? 4 : 10}
      strokeLinecap="round"
    />
  );
}

/** Threads come straight off the spool: data as its source makes it. */
function SourceAligned() {
  return (
    <>
      <Thread d="M60 26 H152" />
      <Thread d="M60 48 H152" />
      <Thread d="M60 70 H152" />
      <rect x={20} y={16} width={40} height={64} fill="var(--sv-cloth)" />
      <path
        d="M20 24h40M20 32h40M20 40h40M20 48h40M20 56h40M20 64h40M20 72h40"
        stroke="var(--sv-cloth-light)"
        strokeWidth={2}
      />
      <rect x={12} y={8} width={56} height={10} rx={5} fill="var(--sv-yarn)" />
      <rect x={12} y={78} width={56} height={10} rx={5} fill="var(--sv-yarn)" />
      <Thread d="M92 12 V84" red />
    </>
  );
}

/** Threads of several sources meet in one cloth. */
function Aggregate() {
  return (
    <>
      <Thread d="M8 14 C40 14 40 29 64 29" />
      <Thread d="M8 48 H64" />
      <Thread d="M8 82 C40 82 40 67 64 67" />
      <Square x={64} y={19.5} />
      <Thread d="M126 48 H152" />
      <Thread d="M134 12 V84" red />
    </>
  );
}

/** Cloth is made up into what is worn: a label at its edge says for whom. */
function ConsumerAligned() {
  return (
    <>
      <Thread d="M8 29 H36" />
      <Thread d="M8 48 H36" />
      <Thread d="M8 67 H36" />
      <Square x={36} y={19.5} />
      <path d="M104 22 H136 L152 48 L136 74 H104 Z" fill="var(--sv-yarn)" strokeLinejoin="round" />
      <circle cx={136} cy={48} r={5} fill="var(--sv-cloth-deep)" />
      <path d="M112 40h14M112 48h12M112 56h14" stroke="var(--sv-cloth)" strokeWidth={4} strokeLinecap="round" />
      <Thread d="M104 12 V84" red />
    </>
  );
}

const PICTURES: Readonly<Record<DomainKind, () => React.JSX.Element>> = {
  'source-aligned': SourceAligned,
  aggregate: Aggregate,
  'consumer-aligned': ConsumerAligned,
};

/** What a domain of this kind does with data, as weaving. Decoration beside the kind's name. */
export function DomainKindWeave({ kind }: { kind: DomainKind }) {
  const Picture = PICTURES[kind];
  return (
    <svg viewBox="0 0 160 96" aria-hidden focusable="false">
      <Picture />
    </svg>
  );
}
