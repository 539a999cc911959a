import { Timeline } from '~/components/ui';
import type { TimelineItem } from '~/components/ui';
import { eventText } from '~/i18n/event-text';
import { events as catalogue } from '~/i18n/events';
import { useLocale, useText } from '~/i18n/use-text';

export interface ShownEvent {
  id: string;
  type: string;
  at: Date;
  actorName: string | null;
  organisationName: string | null;
  data: Record<string, unknown>;
}

export interface EventTimelineProps {
  events: readonly ShownEvent[];
  /** What comes next, and by when. */
  next?: { title: string; time: Date | null };
}

/** The public events of things as a timeline, in the reader's language; last, what comes next. */
export function EventTimeline({ events, next }: EventTimelineProps) {
  const t = useText(catalogue);
  const locale = useLocale();
  const items: TimelineItem[] = events.map((event) => ({
    key: event.id,
    title: eventText(locale, event.type, event.data),
    time: event.at,
    actor: [event.actorName, event.organisationName].filter(Boolean).join(' · ') || null,
    body:
      typeof event.data.reason === 'string' && event.data.reason !== ''
        ? t('reason', { reason: event.data.reason })
        : undefined,
  }));
  if (next)
    items.push({ key: 'next', title: next.title, upcoming: true, ...(next.time ? { time: next.time } : {}) });
  return <Timeline items={items} />;
}
