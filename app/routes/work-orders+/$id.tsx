import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AreaBreadcrumbs, Notice, PageHeader, Section } from '~/components/ui';
import { SaidOutside } from '~/components/bridges/said-outside';
import { History } from '~/components/across/history';
import { PlaceMap } from '~/components/maps/place-map';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { WorkOrderBadges } from '~/components/workorders/work-order-badges';
import { MergedInto } from '~/components/workorders/merged-into';
import { OrderRounds } from '~/components/workorders/order-rounds';
import { OthersCall } from '~/components/workorders/others-call';
import {
  WorkOrderClocks,
  WorkOrderHelpers,
  WorkOrderRequests,
  WorkOrderWhistles,
} from '~/components/workorders/work-order-parts';
import { SolvedButtons } from '~/components/workorders/solved-buttons';
import { CallHotline } from '~/components/feedback/call-hotline';
import { OrderFacts } from '~/components/workorders/order-facts';
import { DepartmentSuggestion, WorkOrderSteps } from '~/components/workorders/office-parts';
import { reportersBehind, saidOutside } from '~/domains/bridges/index.server';
import { hangingOfKind } from '~/domains/insights/line-of-matter.query.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { departmentsFor } from '~/domains/organisations/index.server';
import { chosenDepartment, suggestDepartment } from '~/domains/responsibility/index.server';
import { areaTrail } from '~/domains/territory/index.server';
import { delegationChoices } from '~/domains/workorders/queue/delegation-choices.query.server';
import { isOverdue } from '~/domains/workorders/policy';
import { stepSchema } from '~/domains/workorders/schema';
import { stepWorkOrder } from '~/domains/workorders/steps/work-on-order.server';
import { mayLeaveHouse } from '~/domains/workorders/index.server';
import { workOrderPage } from '~/domains/workorders/reads/work-order.query.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { historyOf } from '~/http/answers/history.server';
import { placePicture } from '~/http/answers/maps/map-view.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { takePictures } from '~/http/forms/taken-pictures.server';
import { bridges } from '~/i18n/bridges';
import { hasKey, textIn } from '~/i18n/catalogue';
import { orderMessages } from '~/i18n/order-messages';
import { workbench } from '~/i18n/workbench';
import { workOrders } from '~/i18n/work-orders';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => workOrderPage(ctx, id));
  const { handlingArea, steps } = page;
  const { category, level } = page.order;
  const asked = { category, level, areaId: handlingArea.id };
  const [outside, trail, timeline, following, departments, areasBelow, suggestion, choice, reporters] =
    await Promise.all([
      saidOutside(ctx, { kind: 'work-order', id }),
      areaTrail(ctx, page.order.areaId),
      historyOf(args, 'work-order', id),
      isFollowing(ctx, 'work-order', id),
      steps.length > 0 ? departmentsFor(ctx, [page.order.areaId, handlingArea.id]) : [],
      delegationChoices(ctx, steps.includes('delegate') ? handlingArea.id : null),
      steps.includes('dispatch') ? suggestDepartment(ctx, asked) : null,
      chosenDepartment(ctx, id),
      reportersBehind(ctx, id),
    ]);
  const now = ctx.clock.now();
  return data(
    {
      ...page,
      ...(await categoriesFor(args)),
      meetings: await hangingOfKind(ctx, 'meeting', { kind: 'work-order', id }),
      picture: await placePicture(ctx, page.order, await mayLeaveHouse(ctx, id)),
      ...{ trail, timeline, following, departments, areasBelow },
      overdue: isOverdue(page.order, now),
      hotline: ctx.configuration.hotline,
      now,
      suggestion,
      choice,
      reporters,
      outside,
    },
    { headers: { 'X-Cache-Topics': 'work-orders,organisations,titles,meetings,areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const form = await readForm(args.request);
  const pictures = (field: string) => takePictures(ctx, form, { field, mostFiles: 3 });
  return runForm(args, stepSchema, async (step) => {
    if (step.act === 'finish')
      await stepWorkOrder(ctx, id, {
        ...step,
        pictures: { before: await pictures('picturesBefore'), after: await pictures('picturesAfter') },
      });
    else await stepWorkOrder(ctx, id, step);
    const message = textIn(ctx.locale, workOrders)('flash-step');
    return redirect(paths.workOrder(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  matterTitle('work-order', data?.order, data?.order.description);

export default function WorkOrderPage() {
  const page = useLoaderData<typeof loader>();
  const { meetings, outside, order, trail, timeline, following, overdue } = page;
  const { requests, helpers, whistles, now, clocks, rounds } = page;
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
        actions={<FollowAndShare kind="work-order" id={order.id} following={following} />}
      />
      <WhoReads />
      {stale && <Notice kind="warning">{stale.join(' ')}</Notice>}
      <Asked />
      <Refused />
      <MergedInto orderId={order.mergedIntoId} />
      <WorkOrderRequests requests={requests} />
      <div className="columns">
        <div className="stack">
          <Section title={t('description')}>
            <p className="pre-line">{order.description}</p>
          </Section>
          <OrderRounds rounds={rounds} />
          <WorkOrderHelpers helpers={helpers} now={now} />
          <WorkOrderWhistles whistles={whistles} />
        </div>
        <Facts />
      </div>
      <Steps state={state} />
      <WorkOrderClocks clocks={clocks} />
      <SaidOutside updates={outside} />
      <History title={t('history')} meetings={meetings} {...timeline} next={useNext()} />
    </>
  );
}

/** What the order is known by; for whoever asked, also where to call about it. */
function Facts() {
  const page = useLoaderData<typeof loader>();
  const m = useText(orderMessages);
  return (
    <aside className="stack">
      <OrderFacts page={page} />
      <PlaceMap {...page.order} area={page.trail.at(-1)?.name ?? ''} picture={page.picture} />
      {page.isAsker && <Link to={paths.orderMessages(page.order.id)}>{m('title')}</Link>}
      {page.isAsker && <CallHotline hotline={page.hotline} number={page.order.number} />}
    </aside>
  );
}

/** Who else reads the page, for those who write on it. */
function WhoReads() {
  const { audience } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  return audience && <Notice kind="warning">{t(`audience.${audience}`)}</Notice>;
}

function Steps({ state }: { state: FormState | undefined }) {
  const page = useLoaderData<typeof loader>();
  const { order, steps, departments, helpers, areasBelow, suggestion, trail, may } = page;
  const { reporters, callersToAsk } = page;
  const b = useText(bridges);
  const m = useText(orderMessages);
  const w = useText(workbench);
  return (
    <>
      {steps.includes('dispatch') && (
        <DepartmentSuggestion
          suggestion={suggestion}
          areaNames={Object.fromEntries(trail.map((area) => [area.id, area.name]))}
        />
      )}
      <WorkOrderSteps
        order={order}
        steps={steps}
        departments={departments}
        withOrder={[order.departmentId ?? '', ...helpers.map((row) => row.departmentId)]}
        areasBelow={areasBelow}
        suggestedId={suggestion?.department.id}
        state={state}
      />
      <OthersCall {...page} />
      {(may.link || callersToAsk > 0 || may.contact || steps.includes('merge') || Boolean(reporters)) && (
        <p className="form-actions">
          {may.contact && <Link to={paths.orderMessages(order.id)}>{m('link')}</Link>}
          {Boolean(reporters) && <Link to={paths.orderContact(order.id)}>{b('contact-go')}</Link>}
          {callersToAsk > 0 && <Link to={paths.callCaller(order.id)}>{w('call-go')}</Link>}
          {may.link && <Link to={paths.linkToOrder(order.id)}>{w('link-go')}</Link>}
          {steps.includes('merge') && <Link to={paths.mergeOrder(order.id)}>{w('merge-go')}</Link>}
        </p>
      )}
    </>
  );
}

function Refused() {
  const { order } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  const key = `ground.${order.refusalGround}`;
  if (!order.refusalGround) return null;
  return (
    <Notice kind="info" title={t('refused-title')}>
      <p>{hasKey(workOrders, key) ? t(key) : order.refusalGround}</p>
      <p className="pre-line">{order.refusalWords}</p>
    </Notice>
  );
}

function useNext() {
  const { order, department, overdue, callersWaiting, handlingArea } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  if (callersWaiting > 0)
    return { title: t('next.done-calls', { count: callersWaiting, area: handlingArea.name }), time: null };
  const key = `next.${order.state}`;
  const title = hasKey(workOrders, key)
    ? t(key, { department: department?.name ?? t('department') })
    : order.state;
  const hasLimit = ['dispatched', 'return-asked', 'accepted', 'suspended'].includes(order.state);
  return { title, time: hasLimit ? order.deadlineAt : null, late: overdue };
}

function Asked() {
  const { order, asked } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  if (!asked || order.state !== 'done') return null;
  if (asked.answered) return <Notice kind="success">{t('asked-done')}</Notice>;
  return (
    <Notice kind="warning" title={t('asked-title')}>
      <p>{t('asked-hint')}</p>
      <SolvedButtons orderId={order.id} />
    </Notice>
  );
}
