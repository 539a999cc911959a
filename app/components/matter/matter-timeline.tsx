import { Timeline } from '~/components/ui';
import type { TimelineItem } from '~/components/ui';
import { hasKey, textIn } from '~/i18n/catalogue';
import { events } from '~/i18n/events';
import type { Locale } from '~/i18n/locale';
import { useLocale } from '~/i18n/use-text';

export interface MatterEvent {
  id: string;
  type: string;
  at: Date;
  actorName: string | null;
  organisationName: string | null;
  data: Record<string, unknown>;
}

function words(locale: Locale, event: MatterEvent): TimelineItem {
  const t = textIn(locale, events);
  const text = (name: string) => (typeof event.data[name] === 'string' ? event.data[name] : '');
  const actor = [event.organisationName, event.actorName].filter(Boolean).join(' · ');
  const reason = text('reason');
  return {
    key: event.id,
    title: hasKey(events, event.type) ? t(event.type, { title: text('title') }) : event.type,
    time: event.at,
    actor: actor || null,
    body: reason ? t('reason', { reason }) : undefined,
  };
}

/** What happened in a matter and in everything linked to it; last, what comes next and by when. */
export function MatterTimeline({
  history,
  next,
}: {
  history: readonly MatterEvent[];
  next?: { title: string; time: Date | null };
}) {
  const locale = useLocale();
  const items = history.map((event) => words(locale, event));
  if (next)
    items.push({ key: 'next', title: next.title, upcoming: true, ...(next.time ? { time: next.time } : {}) });
  return <Timeline items={items} />;
}
