import { Timeline } from '~/components/ui';
import type { TimelineItem } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { events as catalogue } from '~/i18n/events';
import { useText } from '~/i18n/use-text';

export interface ShownEvent {
  id: string;
  type: string;
  at: Date;
  actorName: string | null;
  organisationName: string | null;
  data: Record<string, unknown>;
}

function wordsOf(data: Record<string, unknown>): Record<string, string | number> {
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : String(value ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<string, string | number>;
}

export interface EventTimelineProps {
  events: readonly ShownEvent[];
  /** What comes next, and by when. */
  next?: { title: string; time: Date | null };
}

/** The public events of things as a timeline, in the reader's language; last, what comes next. */
export function EventTimeline({ events, next }: EventTimelineProps) {
  const t = useText(catalogue);
  const items: TimelineItem[] = events.map((event) => ({
    key: event.id,
    title: hasKey(catalogue, event.type) ? t(event.type, wordsOf(event.data)) : event.type,
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
