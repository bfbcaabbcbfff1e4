/** The wind rose: the mark of the house. */
export function Rose({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <circle className="rose-ring" cx="32" cy="32" r="29" />
      <circle className="rose-ring" cx="32" cy="32" r="22" />
      <path
        className="rose-minor"
        d="M32 32L14 14l14 8zM32 32l18-18-8 14zM32 32l18 18-14-8zM32 32L14 50l8-14z"
      />
      <path className="rose-light" d="M32 2l6 24 24 6-24 6-6 24-6-24-24-6 24-6z" />
      <path className="rose-dark" d="M32 2v30l6-6zM62 32H32l6 6zM32 62V32l-6 6zM2 32h30l-6-6z" />
    </svg>
  );
}
