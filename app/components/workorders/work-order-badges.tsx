import { StatusBadge, toneOfStage } from '~/components/ui';
import { orderStages } from '~/domains/workorders/stages';
import type { Stage } from '~/domains/stages';
import { hasKey } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

const stages: Partial<Record<string, Stage>> = orderStages;

export interface WorkOrderBadgesProps {
  order: { state: string; urgency: string; supervisedAt?: Date | null };
  overdue: boolean;
}

export function WorkOrderBadges({ order, overdue }: WorkOrderBadgesProps) {
  const t = useText(workOrders);
  const key = `state.${order.state}`;
  return (
    <>
      <StatusBadge tone={toneOfStage(stages[order.state] ?? 'ended')}>
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
