import { Link, useLocation } from '@remix-run/react';
import { Timeline, WordsWithDates } from '~/components/ui';
import type { TimelineItem } from '~/components/ui';
import { common } from '~/i18n/common';
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
  /** The place before which older ones stand. */
  older: string | null;
  /** What comes next, and by when. */
  next?: { title: string; time: Date | null };
}

/** The address of the page with another part of the history; null for the newest. */
function usePartOfHistory() {
  const { search } = useLocation();
  const asked = new URLSearchParams(search);
  const isNewest = !asked.has('history');
  const to = (before: string | null) => {
    const parameters = new URLSearchParams(asked);
    if (before === null) parameters.delete('history');
    else parameters.set('history', before);
    return { search: parameters.toString(), hash: 'history' };
  };
  return { isNewest, to };
}

/** How to check what stands there. */
function CheckThis({ event }: { event: ShownEvent | undefined }) {
  const t = useText(publicLog);
  if (!event) return null;
  return (
    <p>
      <Link to={paths.checkEvent(event.id)}>{t('check-this')}</Link>
    </p>
  );
}

/** The public events of things as a timeline, the newest part first; last, what comes next, and how to check it. */
export function EventTimeline({ events, older, next }: EventTimelineProps) {
  const t = useText(common);
  const { isNewest, to } = usePartOfHistory();
  const items: TimelineItem[] = events.map((event) => ({
    key: event.id,
    title: event.text,
    time: event.at,
    actor: [event.actorName, event.organisationName].filter(Boolean).join(' · ') || null,
    body:
      event.details.length > 0
        ? event.details.map((line) => (
            <div key={line}>
              <WordsWithDates>{line}</WordsWithDates>
            </div>
          ))
        : undefined,
  }));
  if (next && isNewest)
    items.push({ key: 'next', title: next.title, upcoming: true, ...(next.time ? { time: next.time } : {}) });
  return (
    <div id="history">
      {older !== null && (
        <p>
          <Link to={to(older)}>{t('timeline.older')}</Link>
        </p>
      )}
      <Timeline items={items} />
      {!isNewest && (
        <p>
          <Link to={to(null)}>{t('timeline.newest')}</Link>
        </p>
      )}
      <CheckThis event={events.at(-1)} />
    </div>
  );
}
