import { Timeline } from '~/components/ui';
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

/** The public events of a thing as a timeline, in the reader's language. */
export function EventTimeline({ events }: { events: readonly ShownEvent[] }) {
  const t = useText(catalogue);
  return (
    <Timeline
      items={events.map((event) => ({
        key: event.id,
        title: hasKey(catalogue, event.type) ? t(event.type, wordsOf(event.data)) : event.type,
        time: event.at,
        actor: [event.actorName, event.organisationName].filter(Boolean).join(' · ') || null,
        body:
          typeof event.data.reason === 'string' && event.data.reason !== ''
            ? t('reason', { reason: event.data.reason })
            : undefined,
      }))}
    />
  );
}

function wordsOf(data: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : String(value ?? ''),
    ]),
  );
}
