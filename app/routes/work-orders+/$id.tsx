import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaBreadcrumbs,
  DescriptionList,
  LinkButton,
  Markdown,
  Notice,
  PageHeader,
  Section,
  Time,
} from '~/components/ui';
import { EventTimeline } from '~/components/matter/event-timeline';
import { FollowButton } from '~/components/matter/follow-button';
import { useCategoryName } from '~/components/matter/proposal-state';
import { WorkOrderBadges } from '~/components/matter/work-order-badges';
import { WorkOrderSteps } from '~/components/matter/work-order-steps';
import { timelineOf } from '~/domains/ledger/index.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { departmentsFor } from '~/domains/organisations/index.server';
import { areaTrail } from '~/domains/territory/index.server';
import { isOverdue } from '~/domains/workorders/policy';
import { stepSchema } from '~/domains/workorders/schema';
import { stepWorkOrder } from '~/domains/workorders/work-on-order.server';
import { workOrderPage } from '~/domains/workorders/work-order.query.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { pathOfSubject, paths } from '~/http/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { workOrders } from '~/i18n/work-orders';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => workOrderPage(ctx, id));
  const [trail, timeline, following, departments] = await Promise.all([
    areaTrail(ctx, page.order.areaId),
    timelineOf(ctx, [{ kind: 'work-order', id }]),
    isFollowing(ctx, 'work-order', id),
    page.may.dispatch.allowed ? departmentsFor(ctx, [page.order.areaId]) : [],
  ]);
  const overdue = isOverdue(page.order, ctx.clock.now());
  return data(
    { ...page, trail, timeline, following, departments, overdue },
    { headers: { 'X-Cache-Topics': 'work-orders,organisations' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  return runForm(args, stepSchema, async (step) => {
    await stepWorkOrder(ctx, id, step);
    const message = textIn(ctx.locale, workOrders)('flash-step');
    return redirect(paths.workOrder(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.order.title);

export default function WorkOrderPage() {
  const { order, trail, timeline, following, may, departments, overdue } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(workOrders);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const stale = state && state.values.version !== String(order.version) && state.errors[''];
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={trail} />}
        title={order.title}
        badges={<WorkOrderBadges order={order} overdue={overdue} />}
        actions={<FollowButton kind="work-order" id={order.id} following={following} />}
      />
      {stale && <Notice kind="warning">{stale.join(' ')}</Notice>}
      <Asked />
      <div className="columns">
        <div className="stack">
          <Section title={t('description')}>
            <p className="pre-line">{order.description}</p>
          </Section>
          {order.reportHtml && (
            <Section title={t('report')}>
              <Markdown html={order.reportHtml} />
            </Section>
          )}
          <CallBackResult />
        </div>
        <aside className="stack">
          <Facts />
        </aside>
      </div>
      <WorkOrderSteps
        order={order}
        mayWork={may.work.allowed}
        mayDispatch={may.dispatch.allowed}
        departments={departments}
        state={state}
      />
      <Section title={t('history')}>
        <EventTimeline events={timeline} next={useNext()} />
      </Section>
    </>
  );
}

function useNext() {
  const { order, department } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  const key = `next.${order.state}`;
  const title = hasKey(workOrders, key)
    ? t(key, { department: department?.name ?? t('department') })
    : order.state;
  return { title, time: ['dispatched', 'accepted'].includes(order.state) ? order.deadlineAt : null };
}

function Asked() {
  const { order, asked } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  if (!asked || order.state !== 'done') return null;
  if (asked.answered) return <Notice kind="success">{t('asked-done')}</Notice>;
  return (
    <Notice kind="warning" title={t('asked-title')}>
      <p>{t('asked-hint')}</p>
      <LinkButton to={paths.callBack(order.id)}>{t('asked-go')}</LinkButton>
    </Notice>
  );
}

function CallBackResult() {
  const { callBack } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  if (!callBack) return null;
  const { asked, solved, unsolved, silent, rating } = callBack;
  return (
    <Section title={t('call-back')}>
      <p>{t('call-back-count', { asked, solved, unsolved, silent })}</p>
      {rating !== null && (
        <p>
          {t('rating')} {t('rating-of', { rating: rating.toFixed(1) })}
        </p>
      )}
    </Section>
  );
}

function Facts() {
  const { order, department, links } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  const category = useCategoryName();
  const level = `level.${order.level}`;
  const linked = (
    <ul>
      {links.map((link) => (
        <li key={link.id}>
          {t(`kind.${link.kind}`)}{' '}
          {link.title ? (
            <Link to={pathOfSubject(link.kind, link.id)}>{link.title}</Link>
          ) : (
            t(link.kind === 'obligation' ? 'linked-obligation' : 'linked-private')
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <DescriptionList
      items={[
        { label: t('number'), value: order.number },
        { label: t('external-number'), value: order.externalNumber },
        {
          label: t('department'),
          value: department && <Link to={paths.organisation(department.id)}>{department.name}</Link>,
        },
        { label: t('category'), value: category(order.category) },
        { label: t('level'), value: hasKey(workOrders, level) ? t(level) : order.level },
        { label: t('deadline'), value: order.deadlineAt && <Time value={order.deadlineAt} /> },
        { label: t('linked'), value: linked },
      ]}
    />
  );
}
