import { Timeline, useTimeZone } from '~/components/ui';
import type { TimelineItem } from '~/components/ui';
import { eventText } from '~/i18n/event-text';
import { events as catalogue } from '~/i18n/events';
import { useLocale, useText } from '~/i18n/use-text';

const shown = ['department', 'task', 'place', 'tried', 'means', 'days'] as const;
const shownTimes = ['meetsAt', 'deadlineAt', 'until'] as const;

function hasDetails(data: Record<string, unknown>): boolean {
  return [...shown, ...shownTimes, 'reason'].some((name) => data[name] !== undefined && data[name] !== '');
}

/** What a step says beside that it was taken. */
function Details({ data }: { data: Record<string, unknown> }) {
  const t = useText(catalogue);
  const locale = useLocale();
  const timeZone = useTimeZone();
  const texts = shown.flatMap((name) => {
    const value = data[name];
    return (typeof value === 'string' && value !== '') || typeof value === 'number'
      ? [t(`detail.${name}`, { value })]
      : [];
  });
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const times = shownTimes.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' && !Number.isNaN(Date.parse(value))
      ? [t(`detail.${name}`, { value: format.format(new Date(value)) })]
      : [];
  });
  const reason =
    typeof data.reason === 'string' && data.reason !== '' ? [t('reason', { reason: data.reason })] : [];
  return (
    <>
      {[...texts, ...times, ...reason].map((text) => (
        <div key={text} suppressHydrationWarning>
          {text}
        </div>
      ))}
    </>
  );
}

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
    body: hasDetails(event.data) ? <Details data={event.data} /> : undefined,
  }));
  if (next)
    items.push({ key: 'next', title: next.title, upcoming: true, ...(next.time ? { time: next.time } : {}) });
  return <Timeline items={items} />;
}
