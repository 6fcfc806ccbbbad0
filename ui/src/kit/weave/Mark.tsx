/** The mark: a woven edge with its red thread. Also drawn, larger, in icons/icon.svg. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <clipPath id="selvedge-mark">
        <rect width="32" height="32" rx="7" />
      </clipPath>
      <g clipPath="url(#selvedge-mark)">
        <rect width="32" height="32" fill="#1d275a" />
        <path d="M-1 2h23v6H-1zM-1 13h23v6H-1zM-1 24h23v6H-1z" fill="#36448c" />
        <path d="M2 -1h7v12H2zM13 10h7v12h-7zM2 21h7v12H2z" fill="#8794cd" />
        <rect x="22" width="10" height="32" fill="#f1e8d4" />
        <rect x="25.5" width="3" height="32" fill="#c4213d" />
      </g>
    </svg>
  );
}
