import { StatusBadge } from '~/components/ui';
import type { Tone } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

const tones: Record<string, Tone> = {
  registered: 'info',
  dispatched: 'info',
  accepted: 'progress',
  'return-asked': 'warning',
  returned: 'warning',
  suspended: 'warning',
  done: 'success',
  solved: 'success',
  rated: 'success',
};

export interface WorkOrderBadgesProps {
  order: { state: string; urgency: string; supervisedAt?: Date | null };
  overdue: boolean;
}

export function WorkOrderBadges({ order, overdue }: WorkOrderBadgesProps) {
  const t = useText(workOrders);
  const key = `state.${order.state}`;
  return (
    <>
      <StatusBadge tone={tones[order.state] ?? 'neutral'}>
        {hasKey(workOrders, key) ? t(key) : order.state}
      </StatusBadge>
      {order.urgency === 'urgent' && <StatusBadge tone="danger">{t('urgency.urgent')}</StatusBadge>}
      {order.supervisedAt && !['solved', 'rated', 'archived'].includes(order.state) && (
        <StatusBadge tone="warning">{t('supervised')}</StatusBadge>
      )}
      {overdue && <StatusBadge tone="danger">{t('overdue')}</StatusBadge>}
    </>
  );
}
