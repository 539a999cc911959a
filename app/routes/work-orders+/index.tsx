import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  Card,
  CardList,
  EmptyState,
  FilterArea,
  FilterBar,
  FilterSelect,
  LinkButton,
  PageHeader,
  Pagination,
  Tabs,
  Time,
} from '~/components/ui';
import { useCategoryName } from '~/components/proposals/proposal-state';
import { LevelTable } from '~/components/workorders/level-table';
import { WorkOrderBadges } from '~/components/workorders/work-order-badges';
import { DeadlineSettingsLink } from '~/components/workorders/work-order-parts';
import { organisationNames } from '~/domains/organisations/index.server';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { workOrderLifecycle } from '~/domains/workorders/lifecycle';
import { levelSummary } from '~/domains/workorders/levels.query.server';
import { departmentsOf, isOverdue } from '~/domains/workorders/policy';
import { listWorkOrders } from '~/domains/workorders/work-order.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { workOrders } from '~/i18n/work-orders';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const own = departmentsOf(ctx.actor).map(({ organisationId }) => organisationId);
  const mine = asked.get('whose') === 'mine' && own.length > 0;
  const page = await listWorkOrders(ctx, {
    areaId: asked.get('area') || undefined,
    level: (['here', 'below'] as const).find((level) => level === asked.get('level')),
    state: workOrderLifecycle.states.find((state) => state === asked.get('state')),
    cursor: asked.get('cursor') || undefined,
    departmentIds: mine ? own : undefined,
  });
  const now = ctx.clock.now();
  const areaId = asked.get('area');
  const [areas, names, departments, levels] = await Promise.all([
    areaTree(ctx),
    areaNames(
      ctx,
      page.items.map((item) => item.areaId),
    ),
    organisationNames(
      ctx,
      page.items.flatMap((item) => item.departmentId ?? []),
    ),
    areaId && !mine ? load(args, () => levelSummary(ctx, areaId)) : null,
  ]);
  const items = page.items.map((item) => ({ ...item, overdue: isOverdue(item, now) }));
  const title = textIn(ctx.locale, workOrders)('title');
  return data(
    { ...page, items, areas, levels, names, departments, mine, hasOwn: own.length > 0, title },
    { headers: mine ? {} : { 'X-Cache-Topics': 'work-orders,areas,titles' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function WorkOrders() {
  const { items, next, areas, levels, mine, hasOwn } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton variant="secondary" to={paths.statistics}>
              {t('statistics')}
            </LinkButton>
            <LinkButton to={paths.orderMap} variant="secondary">
              {t('to-map')}
            </LinkButton>
          </>
        }
      />
      {hasOwn && (
        <Tabs
          label={t('title')}
          tabs={[
            { to: paths.workOrders, label: t('all'), current: !mine },
            { to: `${paths.workOrders}?whose=mine`, label: t('mine'), current: mine },
          ]}
        />
      )}
      {!mine && (
        <FilterBar>
          <FilterArea areas={areas} />
          <FilterSelect
            name="state"
            label={t('state')}
            options={workOrderLifecycle.states.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
          <FilterSelect
            name="level"
            label={t('whose')}
            options={(['here', 'below'] as const).map((value) => ({ value, label: t(`queue-${value}`) }))}
          />
        </FilterBar>
      )}
      {levels && <LevelTable {...levels} />}
      <DeadlineSettingsLink />
      {items.length === 0 ? (
        <EmptyState title={t('empty-title')}>{t('empty-body')}</EmptyState>
      ) : (
        <CardList label={t('title')}>
          {items.map((item) => (
            <OrderCard key={item.id} item={item} />
          ))}
        </CardList>
      )}
      <Pagination next={next} />
    </>
  );
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number];

function OrderCard({ item }: { item: Item }) {
  const { names, departments } = useLoaderData<typeof loader>();
  const t = useText(workOrders);
  const category = useCategoryName();
  return (
    <Card
      headingLevel={2}
      title={item.title}
      to={paths.workOrder(item.id)}
      badges={<WorkOrderBadges order={item} overdue={item.overdue} />}
      meta={
        <>
          <span>{item.externalNumber ?? item.number}</span>
          <span>{names[item.areaId]}</span>
          <span>{category(item.category)}</span>
          {item.departmentId && <span>{departments[item.departmentId]}</span>}
          {item.deadlineAt && (
            <span>
              {t('deadline')} <Time value={item.deadlineAt} format="date" />
            </span>
          )}
        </>
      }
    />
  );
}
