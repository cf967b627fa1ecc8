const shapes = {
  alert: 'M8 2.2 14.4 13.4H1.6ZM8 6.4v3.2M8 11.6v.1',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  check: 'M3 8.6 6.4 12 13 4.6',
  chevron: 'M4 6l4 4 4-4',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 4.8V8l2.2 1.6',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8Z',
  cross: 'M4 4l8 8M12 4l-8 8',
  dot: 'M8 6.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2Z',
  download: 'M8 2.5v7.4M4.8 7 8 10.2 11.2 7M2.8 13.4h10.4',
  external: 'M6 3.5H3v9.5h9.5V10M9 2.5h4.5V7M13.2 2.8 7.4 8.6',
  hidden:
    'M2 2.6l12 11M6.2 4A7 7 0 0 1 8 3.8c4 0 6 4.2 6 4.2a9 9 0 0 1-1.5 2M10 11.8a6 6 0 0 1-2 .4c-4 0-6-4.2-6-4.2a10 10 0 0 1 2-2.6',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.4v3.6M8 5v.1',
  lock: 'M3.5 7.2h9v6.3h-9ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  moon: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7Z',
  pencil: 'M3 13l.7-3L10.6 3 13 5.4 6 12.3Z',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.4 3.4',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3 3l1 1M12 12l1 1M13 3l-1 1M4 12l-1 1',
  undo: 'M3 6.2h6.4a3.6 3.6 0 0 1 0 7.2H6M5.8 3.4 3 6.2 5.8 9',
} as const

export type IconName = keyof typeof shapes

/** A drawn sign beside words; always decoration, as the word carries the meaning. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
