import { Time } from '~/components/ui';
import type { Reason } from '~/domains/care/rules/priority';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';

/** Why an entry stands where it stands, the weightiest first. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul>
      {reasons.map((reason) => (
        <li key={reason.code}>
          <ReasonWords reason={reason} />
        </li>
      ))}
    </ul>
  );
}

function ReasonWords({ reason }: { reason: Reason }) {
  const t = useText(care);
  switch (reason.code) {
    case 'urgent':
      return t('reason.urgent');
    case 'raised':
      return (
        <>
          {t('reason.raised')} <Time value={reason.until} format="date" />
        </>
      );
    case 'unmet':
      return t('reason.unmet', { count: reason.count });
    case 'follow-up':
      return t('reason.follow-up', { count: reason.count });
    case 'overdue':
      return t('reason.overdue', { rhythm: reason.rhythm, days: reason.days });
    case 'due':
      return (
        <>
          {t('reason.due', { rhythm: reason.rhythm })} <Time value={reason.on} format="date" />
        </>
      );
  }
}
