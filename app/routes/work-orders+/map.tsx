import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { FilterArea, FilterBar, FilterSelect, PageHeader, Section, StatusBadge } from '~/components/ui';
import { OrderMap } from '~/components/bridges/order-map';
import { useCategoryName } from '~/components/proposals/proposal-state';
import { categories } from '~/domains/categories';
import { orderMap } from '~/domains/bridges/index.server';
import { requestStatuses } from '~/domains/bridges/rules/open311/statuses';
import { areaFilter } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { orderFilterOf } from '~/http/answers/order-feed.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { bridges } from '~/i18n/bridges';
import { workOrders } from '~/i18n/work-orders';
import { useText } from '~/i18n/use-text';

const most = 60;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const status = requestStatuses.find((word) => word === asked.get('status'));
  const { filter, map } = await load(args, async () => {
    const found = orderFilterOf(asked);
    return { filter: found, map: await orderMap(ctx, { ...found, status, most }) };
  });
  const query = filter.areaId ? `?area=${filter.areaId}` : '';
  return data(
    {
      ...map,
      areas: await areaFilter(ctx, asked),
      feed: paths.feed('work-orders') + query,
      embed: `${ctx.configuration.publicUrl}${paths.embeddedOrders}${query}`,
      oembed: `${ctx.configuration.publicUrl}${paths.oembedOf(`${ctx.configuration.publicUrl}${paths.orderMap}${query}`)}`,
      title: textIn(ctx.locale, bridges)('map-title'),
    },
    { headers: { 'X-Cache-Topics': 'work-orders,areas,titles' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: data?.feed },
  { tagName: 'link', rel: 'alternate', type: 'application/json+oembed', href: data?.oembed },
];

export default function OrderMapPage() {
  const { orders, rings, areas, embed, feed } = useLoaderData<typeof loader>();
  const t = useText(bridges);
  const w = useText(workOrders);
  const category = useCategoryName();
  const frame = `<iframe src="${embed}" title="${t('map-title')}" width="100%" height="600" loading="lazy"></iframe>`;
  return (
    <>
      <PageHeader title={t('map-title')} lead={t('map-lead')} />
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect
          name="status"
          label={t('state')}
          options={requestStatuses.map((value) => ({ value, label: t(`map-${value}`) }))}
        />
        <FilterSelect
          name="category"
          label={w('category')}
          options={categories.map((value) => ({ value, label: category(value) }))}
        />
      </FilterBar>
      <div className="order-map-layout">
        <OrderMap orders={orders} rings={rings} />
        <Section title={t('list-title')}>
          {orders.length === 0 ? (
            <p>{t('list-empty')}</p>
          ) : (
            <ol className="order-map-list">
              {orders.map((order) => (
                <li key={order.id}>
                  <Link to={paths.workOrder(order.id)}>{order.title}</Link>{' '}
                  <StatusBadge tone={order.status === 'open' ? 'warning' : 'success'}>
                    {w(`state.${order.state}` as 'state.done')}
                  </StatusBadge>
                </li>
              ))}
            </ol>
          )}
        </Section>
      </div>
      <p>
        <a href={feed}>{t('feed-link')}</a>
      </p>
      <Section title={t('embed-title')}>
        <p>{t('embed-hint')}</p>
        <p>
          <code className="shown-secret">{frame}</code>
        </p>
      </Section>
    </>
  );
}
