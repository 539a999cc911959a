/** Strokes on a 24 by 24 grid, drawn for this portal. */
const drawings = {
  home: 'M4 11.5 12 4.5l8 7M6 10v10h12V10M10 20v-5.5h4V20',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 20.5 20.5',
  menu: 'M4 6.5h16M4 12h16M4 17.5h16',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  inbox:
    'M12 3.5a5.5 5.5 0 0 0-5.5 5.5v4L4.5 16.5h15L17.5 13V9A5.5 5.5 0 0 0 12 3.5M9.8 19.5a2.3 2.3 0 0 0 4.4 0',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  organisation: 'M4 20.5h16M6 20.5V5.5h8v15M14 10h4v10.5M8.5 9h3M8.5 12.5h3M8.5 16h3',
  settings: 'M4 8h9M17 8h3M15 5.5v5M4 16h3M11 16h9M9 13.5v5',
  check: 'M4.5 12.5l5 5 10-11',
  'check-circle': 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M8 12.2l2.8 2.8L16 9.5',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 11v5.5M12 7.5v.1',
  warning: 'M12 4 2.8 19.5h18.4L12 4M12 10v4.5M12 17v.1',
  error: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7l5-5M12 7.5v5.5M12 16.3v.1',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7v5l3.5 2',
  calendar: 'M4.5 6h15v14h-15zM4.5 10.5h15M8.5 3.5V8M15.5 3.5V8',
  place:
    'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11M12 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4',
  comment: 'M4 5h16v11h-8.5L7 20v-4H4z',
  endorse: 'M7.5 20.5V10.5l4-7c1.7 0 2.4 1 2.2 2.4L13 9.5h6l-1.6 9.2c-.2 1-1 1.8-2 1.8zM7.5 11H4v9.5h3.5',
  vote: 'M4 12.5v8h16v-8M4 12.5h4M16 12.5h4M9 14V4.5h6V14z',
  volunteer: 'M12 20.5S4 15.5 4 9.7A4.2 4.2 0 0 1 12 7.8a4.2 4.2 0 0 1 8 1.9c0 5.8-8 10.8-8 10.8',
  agreement: 'M6 3.5h9l3.5 3.5v13.5H6zM9 9h6M9 12.5h6M9 17c1.5-2 2.5-2 3 0 .8-1 1.6-1 3 0',
  'work-order': 'M5 5.5h14v15H5zM9 3.5h6v4H9zM8.5 12.5l2 2 4-4M8.5 17.5h7',
  plus: 'M12 4.5v15M4.5 12h15',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  down: 'M5 9l7 7 7-7',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  edit: 'M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5',
  picture: 'M4 5h16v14H4zM4 16.5l5-5 4 4 2.5-2.5 4.5 4.5M15.5 8.8v.1',
  external: 'M10 5H5v14h14v-5M13.5 4.5h6v6M19.5 4.5 11 13',
} as const;

export type IconName = keyof typeof drawings;

export interface IconProps {
  name: IconName;
  className?: string;
}

/** The strokes of a drawing, for what React does not draw. */
export const strokesOf = (name: IconName): string => drawings[name];

/** A drawing beside words that say the same: hidden from screen readers. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
