const ROWS = [0, 1, 2, 3] as const;
const COLUMNS = [0, 1, 2] as const;

/** The mark: a woven edge with its red thread. Also drawn, larger, in icons/icon.svg. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <clipPath id="selvedge-mark">
        <rect width="32" height="32" rx="7" />
      </clipPath>
      <g clipPath="url(#selvedge-mark)">
        <rect width="32" height="32" fill="#1a2352" />
        {ROWS.map((row) => (
          <rect key={row} x={-1} y={row * 8 + 0.75} width={24} height={6.5} rx={1.5} fill="#313e84" />
        ))}
        {ROWS.flatMap((row) =>
          COLUMNS.filter((column) => (row + column) % 2 === 0).map((column) => (
            <rect
              key={`${row} ${column}`}
              x={column * 7.5 - 0.25}
              y={row * 8 - 0.75}
              width={6}
              height={9.5}
              rx={2}
              fill="#6372b6"
            />
          )),
        )}
        <rect x="22" width="10" height="32" fill="#efe5cf" />
        <rect x="25.5" width="3" height="32" fill="#c4213d" />
        <rect x="0.5" y="0.5" width="31" height="31" rx="6.5" fill="none" stroke="#20222f" strokeOpacity="0.16" />
      </g>
    </svg>
  );
}
