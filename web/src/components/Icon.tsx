const paths = {
  send: 'M4 12h14M12 5l7 7-7 7',
  stop: 'M7 7h10v10H7z',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  plane: 'M3 13l7-1 5-8h2l-2 8h5l1.5-2H23l-1 3 1 3h-1.500l-1.500-2h-5l2 8h-2l-5-8z',
  bag: 'M8 8V5h8v3M5 8h14v11H5z',
  leaf: 'M5 19C4 10 10 5 20 4c0 10-4 16-13 14M5 19c2-5 5-8 9-10',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v7h14v-7',
  theme: 'M12 4v16a8 8 0 0 0 0-16zM12 4a8 8 0 0 0 0 16',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 12l5 5L19 7',
  dot: 'M12 11v2',
  key: 'M12 12 20 4M16 8l3 3M19 5l2 2M13 15.5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z',
} as const;

/** A line drawing beside words, never instead of them. */
export function Icon({ name, className = 'icon' }: { name: keyof typeof paths; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
