import { useId } from 'react';

const CELL = 10;

/** Which of four warp threads lets the weft show in each of four rows: the diagonal of denim. */
const TWILL = [0, 1, 2, 3] as const;

/** Denim without end, for large areas; the ecru edge with the red thread runs down its right side. */
export function ClothGround() {
  const id = useId();
  const size = CELL * 4;
  return (
    <svg width="100%" height="100%" aria-hidden focusable="false">
      <defs>
        <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse">
          <rect width={size} height={size} fill="#161e49" />
          {TWILL.map((column) => (
            <g key={column}>
              {[-1, 0].map((turn) => (
                <g key={turn}>
                  <rect
                    x={column * CELL + 0.75}
                    y={(column + 1 + turn * 4) * CELL - 2}
                    width={CELL - 1.5}
                    height={CELL * 3 + 4}
                    rx={4}
                    fill={column % 2 === 0 ? '#313e84' : '#2d397b'}
                  />
                  <rect
                    x={column * CELL + 3}
                    y={(column + 1 + turn * 4) * CELL + 2}
                    width={1.2}
                    height={CELL * 3 - 4}
                    rx={0.6}
                    fill="#6372b6"
                    opacity={0.45}
                  />
                </g>
              ))}
              <rect
                x={column * CELL - 1}
                y={column * CELL + 2}
                width={CELL + 2}
                height={CELL - 4}
                rx={3}
                fill="#a9b2da"
                opacity={0.55}
              />
            </g>
          ))}
        </pattern>
        <linearGradient id={`${id}-light`} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#ffffff" stopOpacity="0.1" />
          <stop offset="0.5" stopColor="#ffffff" stopOpacity="0" />
          <stop offset="1" stopColor="#0a0e24" stopOpacity="0.4" />
        </linearGradient>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
      <rect width="100%" height="100%" fill={`url(#${id}-light)`} />
      <svg x="100%" overflow="visible" aria-hidden>
        <rect x="-40" width="40" height="100%" fill="#efe6d2" />
        <rect x="-41" width="1.5" height="100%" fill="#0a0e24" opacity="0.35" />
        <rect x="-24" width="7" height="100%" fill="#c4213d" />
      </svg>
    </svg>
  );
}
