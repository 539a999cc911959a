import type { FieldValues } from '~/lib/form-state';
import { wallClockOf } from '~/lib/time/local-time';

interface RecordedStep {
  heldAt: Date | null;
  due: number | null;
  present: number | null;
  votesFor: number | null;
  content: string;
}

const typed = (count: number | null) => (count === null ? '' : String(count));

/** A step as its form shows it, by the names of the fields. Times are those of the zone. */
export function stepFields(step: RecordedStep, timeZone: string): FieldValues {
  const { heldAt, due, present, votesFor, content } = step;
  return {
    heldAt: heldAt === null ? '' : wallClockOf(heldAt, timeZone).slice(0, 16),
    ...{ due: typed(due), present: typed(present), votesFor: typed(votesFor), content },
  };
}

/** What was recorded after the session, by the names of the fields; empty where nothing was. */
export function publicationFields(
  recorded: { heldAt: Date; content: string } | undefined,
  timeZone: string,
): FieldValues {
  const { heldAt, content } = recorded ?? { heldAt: null, content: '' };
  return { heldAt: heldAt === null ? '' : wallClockOf(heldAt, timeZone).slice(0, 16), content };
}
