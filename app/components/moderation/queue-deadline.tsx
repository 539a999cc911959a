import { StatusBadge, Time } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';

const hour = 3600_000;
const tones: Record<string, Tone> = { late: 'danger', soon: 'warning', later: 'success' };

export interface QueueDeadlineProps {
  item: { dueAt: Date | null; light: string };
  now: Date;
}

/** How long until the deadline or since it, as a light with words. */
export function QueueDeadline({ item, now }: QueueDeadlineProps) {
  const t = useText(moderation);
  return (
    <div className="queue-due">
      {item.dueAt && (
        <StatusBadge tone={tones[item.light] ?? 'neutral'}>
          <Left hours={(item.dueAt.getTime() - now.getTime()) / hour} />
        </StatusBadge>
      )}
      <span>
        {item.dueAt ? (
          <>
            {t('due')} <Time value={item.dueAt} format="date" />
          </>
        ) : (
          t('no-deadline')
        )}
      </span>
    </div>
  );
}

function Left({ hours }: { hours: number }) {
  const t = useText(moderation);
  const whole = Math.floor(Math.abs(hours));
  if (whole < 24) return t(hours < 0 ? 'late-hours' : 'left-hours', { count: Math.max(1, whole) });
  return t(hours < 0 ? 'late-days' : 'left-days', { count: Math.floor(whole / 24) });
}
