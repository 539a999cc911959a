import { Link } from '@remix-run/react';
import { Timeline } from '~/components/ui';
import type { TimelineItem } from '~/components/ui';
import { publicLog } from '~/i18n/public-log';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

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

/** The public events of things as a timeline; last, what comes next, and how to check what stands there. */
export function EventTimeline({ events, next }: EventTimelineProps) {
  const t = useText(publicLog);
  const items: TimelineItem[] = events.map((event) => ({
    key: event.id,
    title: event.text,
    time: event.at,
    actor: [event.actorName, event.organisationName].filter(Boolean).join(' · ') || null,
    body: event.details.length > 0 ? event.details.map((line) => <div key={line}>{line}</div>) : undefined,
  }));
  if (next)
    items.push({ key: 'next', title: next.title, upcoming: true, ...(next.time ? { time: next.time } : {}) });
  const last = events.at(-1);
  return (
    <>
      <Timeline items={items} />
      {last && (
        <p>
          <Link to={paths.checkEvent(last.id)}>{t('check-this')}</Link>
        </p>
      )}
    </>
  );
}
