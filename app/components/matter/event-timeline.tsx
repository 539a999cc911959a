import { Timeline } from '~/components/ui';
import type { TimelineItem } from '~/components/ui';

export interface ShownEvent {
  id: string;
  at: Date;
  text: string;
  /** What the step says beside that it was taken, a line each. */
  details: readonly string[];
  reason: string | null;
  actorName: string | null;
  organisationName: string | null;
}

export interface EventTimelineProps {
  events: readonly ShownEvent[];
  /** What comes next, and by when. */
  next?: { title: string; time: Date | null };
}

function bodyOf({ details, reason }: ShownEvent) {
  const lines = reason ? [...details, reason] : details;
  if (lines.length === 0) return undefined;
  return lines.map((line) => <div key={line}>{line}</div>);
}

/** The public events of things as a timeline; last, what comes next. */
export function EventTimeline({ events, next }: EventTimelineProps) {
  const items: TimelineItem[] = events.map((event) => ({
    key: event.id,
    title: event.text,
    time: event.at,
    actor: [event.actorName, event.organisationName].filter(Boolean).join(' · ') || null,
    body: bodyOf(event),
  }));
  if (next)
    items.push({ key: 'next', title: next.title, upcoming: true, ...(next.time ? { time: next.time } : {}) });
  return <Timeline items={items} />;
}
