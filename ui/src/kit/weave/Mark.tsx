/** The mark: a woven edge with its red thread. Also drawn in icons/icon.svg. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false">
      <rect width="24" height="24" rx="5.5" fill="#283473" />
      <path d="M0 5.5A5.5 5.5 0 0 1 5.5 0H6v24h-.5A5.5 5.5 0 0 1 0 18.5Z" fill="#f1e8d4" />
      <rect x="2.6" width="1.6" height="24" fill="#c4213d" />
      <g fill="#f1e8d4">
        <rect x="9" y="3" width="4" height="4" rx="1" />
        <rect x="17" y="3" width="4" height="4" rx="1" />
        <rect x="13" y="10" width="4" height="4" rx="1" />
        <rect x="9" y="17" width="4" height="4" rx="1" />
        <rect x="17" y="17" width="4" height="4" rx="1" />
      </g>
    </svg>
  );
}
