import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  Card,
  FilterArea,
  FilterBar,
  FilterSelect,
  LinkButton,
  PageHeader,
  PagedList,
  Tabs,
  Time,
} from '~/components/ui';
import { useCategoryName } from '~/components/across/use-categories';
import { LevelTable } from '~/components/workorders/level-table';
import { WorkOrderBadges } from '~/components/workorders/work-order-badges';
import { DeadlineSettingsLink } from '~/components/workorders/work-order-parts';
import { organisationNames } from '~/domains/organisations/index.server';
import { workOrderLifecycle } from '~/domains/workorders/lifecycle';
import { levelSummary } from '~/domains/workorders/links/levels.query.server';
import { departmentsOf, isOverdue } from '~/domains/workorders/policy';
import { listWorkOrders } from '~/domains/workorders/reads/work-order.query.server';
import { contextOf } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { load } from '~/http/forms/forms.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { workOrders } from '~/i18n/work-orders';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = listAsked(args);
  const { areaId, cursor } = asked;
  const own = departmentsOf(ctx.actor).map(({ organisationId }) => organisationId);
  const mine = asked.mine && own.length > 0;
  const page = await listWorkOrders(ctx, {
    level: asked.one('level', ['here', 'below']),
    state: asked.one('state', workOrderLifecycle.states),
    departmentIds: mine ? own : undefined,
    ...{ areaId, cursor },
  });
  const now = ctx.clock.now();
  const [departments, levels] = await Promise.all([
    organisationNames(
      ctx,
      page.items.flatMap((item) => item.departmentId ?? []),
    ),
    areaId && !mine ? load(args, () => levelSummary(ctx, areaId)) : null,
  ]);
  const items = page.items.map((item) => ({ ...item, overdue: isOverdue(item, now) }));
  return listAnswer(args, {
    page: { ...page, items },
    title: textIn(ctx.locale, workOrders)('title'),
    topics: mine ? null : 'work-orders,areas,titles',
    more: { ...(await categoriesFor(args)), levels, departments, mine, hasOwn: own.length > 0 },
  });
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
            <LinkButton to={`${paths.map}?kind=work-order`} variant="secondary">
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
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{ title: t('empty-title'), text: t('empty-body') }}
      >
        {(item) => <OrderCard key={item.id} item={item} />}
      </PagedList>
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
