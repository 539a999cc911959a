import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DescriptionList, PageHeader, Section, Time } from '~/components/ui';
import { EventTimeline } from '~/components/across/event-timeline';
import { OrderRounds } from '~/components/workorders/order-rounds';
import { useCategoryName } from '~/components/proposals/proposal-state';
import { WorkOrderBadges } from '~/components/workorders/work-order-badges';
import { areaTrail } from '~/domains/territory/index.server';
import { isOverdue } from '~/domains/workorders/policy';
import { workOrderPage } from '~/domains/workorders/work-order.query.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms.server';
import { historyOf } from '~/http/history.server';
import { pageTitle } from '~/http/page-title';
import { textIn } from '~/i18n/catalogue';
import { reasons } from '~/i18n/reasons';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';
import { workbench } from '~/i18n/workbench';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const { order, department, may, rounds } = await load(args, () => workOrderPage(ctx, id));
  if (!may.dispatch.allowed && !may.work.allowed)
    throw data({ reason: textIn(ctx.locale, reasons)('workbench.staff-only') }, { status: 403 });
  const [trail, timeline] = await Promise.all([
    areaTrail(ctx, order.areaId),
    historyOf(args, 'work-order', id),
  ]);
  const title = textIn(ctx.locale, workbench)('sheet-title');
  const overdue = isOverdue(order, ctx.clock.now());
  return { order, department, trail, timeline, overdue, title, rounds, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** 工作流转单 for paper: what it is about, who had it when, and a place to sign. */
export default function OrderSheet() {
  const { order, department, trail, timeline, overdue, title, rounds, now } = useLoaderData<typeof loader>();
  const t = useText(workbench);
  const w = useText(workOrders);
  const category = useCategoryName();
  return (
    <>
      <PageHeader
        title={`${title} ${order.number}`}
        lead={order.title}
        badges={<WorkOrderBadges order={order} overdue={overdue} />}
      />
      <DescriptionList
        items={[
          { label: w('external-number'), value: order.externalNumber },
          { label: w('department'), value: department?.name },
          { label: w('category'), value: category(order.category) },
          { label: t('scope'), value: trail.map((area) => area.name).join(' ') },
          { label: w('deadline'), value: order.deadlineAt && <Time value={order.deadlineAt} /> },
        ]}
      />
      <Section title={w('description')}>
        <p className="pre-line">{order.description}</p>
      </Section>
      <OrderRounds rounds={rounds} />
      <Section title={w('history')}>
        <EventTimeline {...timeline} />
      </Section>
      <p>{`${t('sheet-signature')}：____________　${t('sheet-date')}：____________`}</p>
      <p className="field-hint">
        <Time value={now} />
      </p>
    </>
  );
}
