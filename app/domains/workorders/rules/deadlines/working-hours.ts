/** A span of the working day, in minutes since midnight on the wall clock. */
export interface WorkingSpan {
  from: number;
  to: number;
}

/**
 * Reads `09:00-12:00,13:30-17:30`. Null where a span is no span, ends before it begins or overlaps the one before.
 */
export function readWorkingHours(text: string): WorkingSpan[] | null {
  const spans: WorkingSpan[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)\s*$/.exec(part);
    if (!match) return null;
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = match.slice(1).map(Number);
    const span = { from: fromHour * 60 + fromMinute, to: toHour * 60 + toMinute };
    if (span.to <= span.from || span.to > 1440 || span.from < (spans.at(-1)?.to ?? 0)) return null;
    spans.push(span);
  }
  return spans;
}
