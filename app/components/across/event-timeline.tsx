import { Link, useLocation } from '@remix-run/react';
import { Time, Timeline, WordsWithDates } from '~/components/ui';
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
  /** Where it stands now and what that leads to, with the day by which something is due; `late` says that it is over. */
  next?: { title: string; time: Date | null; late?: boolean };
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

/** Until when something is due, or that the day has gone by. */
function Due({ time, late = false }: { time: Date | null; late?: boolean | undefined }) {
  const t = useText(common);
  if (time === null) return null;
  return (
    <>
      {t(late ? 'timeline.was-due' : 'timeline.due')} <Time value={time} />
    </>
  );
}

/** How to check what stands there. */
function CheckThis({ event }: { event: ShownEvent | undefined }) {
  const t = useText(publicLog);
  if (!event) return null;
  return (
    <p className="mt-4">
      <Link to={paths.checkEvent(event.id)}>{t('check-this')}</Link>
    </p>
  );
}

/** Where things stand, and above all before it the public events that led there, the newest first; how to check the last. */
export function EventTimeline({ events, older, next }: EventTimelineProps) {
  const t = useText(common);
  const { isNewest, to } = usePartOfHistory();
  const past: TimelineItem[] = events.map((event) => ({
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
  const now: TimelineItem[] =
    next && isNewest
      ? [{ key: 'next', title: next.title, upcoming: true, body: <Due time={next.time} late={next.late} /> }]
      : [];
  return (
    <div id="history">
      {!isNewest && (
        <p>
          <Link to={to(null)}>{t('timeline.newest')}</Link>
        </p>
      )}
      <Timeline items={[...now, ...past.reverse()]} />
      {older !== null && (
        <p>
          <Link to={to(older)}>{t('timeline.older')}</Link>
        </p>
      )}
      <CheckThis event={events.at(-1)} />
    </div>
  );
}
