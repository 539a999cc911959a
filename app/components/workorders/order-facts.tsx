import { OrderMatters } from './order-matters';
import { useChannelName } from './channel-name';
import { WorkOrderResponsible } from './work-order-parts';
import type { Responsible } from './work-order-parts';
import { useCategoryName } from '~/components/across/use-categories';
import type { chosenDepartment } from '~/domains/responsibility/index.server';
import { DescriptionList, Time } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { responsibility } from '~/i18n/responsibility';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

type Choice = NonNullable<Awaited<ReturnType<typeof chosenDepartment>>>;

export interface OrderFactsProps extends Responsible {
  order: {
    number: string;
    externalNumber: string | null;
    category: string;
    level: string;
    deadlineAt: Date | null;
  };
  channels: readonly string[];
  /** How the department was chosen. */
  choice: Choice | null;
  links: Parameters<typeof OrderMatters>[0]['matters'];
  hiddenLinks: number;
}

/** What an order is known by, and who answers for it. */
export function OrderFacts({ page }: { page: OrderFactsProps }) {
  const { order, department, lead, handlingArea, links, hiddenLinks, choice, channels } = page;
  const t = useText(workOrders);
  const r = useText(responsibility);
  const category = useCategoryName();
  const channelName = useChannelName();
  const level = `level.${order.level}`;
  return (
    <DescriptionList
      items={[
        { label: t('number'), value: order.number },
        { label: t('external-number'), value: order.externalNumber },
        {
          label: t('responsible'),
          value: <WorkOrderResponsible department={department} lead={lead} handlingArea={handlingArea} />,
        },
        { label: r('choice'), value: choice && r(`choice-${choice.how}`, choice) },
        { label: t('category'), value: category(order.category) },
        { label: t('channel'), value: channels.map(channelName).join(' · ') },
        { label: t('level'), value: hasKey(workOrders, level) ? t(level) : order.level },
        { label: t('deadline'), value: order.deadlineAt && <Time value={order.deadlineAt} /> },
        { label: t('linked'), value: <OrderMatters matters={links} hidden={hiddenLinks} /> },
      ]}
    />
  );
}
