/** Making a format costs a hundred times as much as using it: each is made once. */
function remembered<Options, Format>(make: (locale: string, options: Options) => Format) {
  const known = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale}|${JSON.stringify(options)}`;
    const found = known.get(key);
    if (found) return found;
    const format = make(locale, options);
    known.set(key, format);
    return format;
  };
}

export const dateFormat = remembered(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

export const numberFormat = remembered(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** How instants stand on pages, in the browser and where the server words them. */
export const timeFormats = {
  'date-time': {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'long-date': { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** `share` from 0 to 1, with at most one decimal. */
export function formatPercentage(locale: string, share: number): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** The parts of a formatted instant by their kinds. */
export function partsOf(format: Intl.DateTimeFormat, instant: Date | number): (type: string) => string {
  const parts = format.formatToParts(instant);
  return (type) => parts.find((candidate) => candidate.type === type)?.value ?? '';
}
