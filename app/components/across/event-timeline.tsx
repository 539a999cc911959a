import { Timeline } from '~/components/ui';
import type { TimelineItem } from '~/components/ui';

export interface ShownEvent {
  id: string;
  at: Date;
  text: string;
  details: readonly string[];
  actorName: string | null;
  organisationName: string | null;
}

export interface EventTimelineProps {
  events: readonly ShownEvent[];
  /** What comes next, and by when. */
  next?: { title: string; time: Date | null };
}

/** The public events of things as a timeline; last, what comes next. */
export function EventTimeline({ events, next }: EventTimelineProps) {
  const items: TimelineItem[] = events.map((event) => ({
    key: event.id,
    title: event.text,
    time: event.at,
    actor: [event.actorName, event.organisationName].filter(Boolean).join(' · ') || null,
    body: event.details.length > 0 ? event.details.map((line) => <div key={line}>{line}</div>) : undefined,
  }));
  if (next)
    items.push({ key: 'next', title: next.title, upcoming: true, ...(next.time ? { time: next.time } : {}) });
  return <Timeline items={items} />;
}
