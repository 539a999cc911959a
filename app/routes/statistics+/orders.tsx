import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import { PageHeader, Pagination, Table } from '~/components/ui';
import { rateInWords } from '~/components/statistics/formula-words';
import { WorkOrderBadges } from '~/components/workorders/work-order-badges';
import { organisationNames } from '~/domains/organisations/index.server';
import { ordersBehindPage } from '~/domains/statistics/counted-orders.query.server';
import { rateNames } from '~/domains/statistics/rules/formula';
import type { Measure, NumberName } from '~/domains/statistics/schema';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { headersOf } from '~/http/answers/exact-headers';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { statistics } from '~/i18n/statistics';
import { useLocale, useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const page = await ordersBehindPage(ctx, new URL(args.request.url).searchParams, listAsked(args).cursor);
  const [areas, departments] = await Promise.all([
    areaNames(
      ctx,
      page.items.map((item) => item.areaId),
    ),
    organisationNames(
      ctx,
      page.items.flatMap((item) => item.departmentId ?? []),
    ),
  ]);
  const title = textIn(ctx.locale, statistics)('orders-title');
  return data(
    { ...page, areas, departments, title },
    { headers: headersOf(page.isExact, 'statistics,areas,titles') },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** The name of a number in words. */
function useNumberName(): (name: NumberName) => string {
  const t = useText(statistics);
  return (name) => {
    const rate = rateNames.find((candidate) => name.startsWith(`${candidate}.`));
    if (rate)
      return t(name.endsWith('.numerator') ? 'name.numerator' : 'name.denominator', {
        rate: t(`rate.${rate}`),
      });
    const key = `name.${name}`;
    return hasKey(statistics, key) ? t(key) : name;
  };
}

/** What an order adds to the number, in words. */
function useAdded() {
  const t = useText(statistics);
  return ({ measure, factor, count }: { measure: Measure; factor: number; count: number }) => {
    const rated = /^(rated|gave)(\d)$/.exec(measure);
    const key = `measure.${rated?.[1] ?? measure}`;
    const words = hasKey(statistics, key) ? t(key, { count, rating: rated?.[2] ?? '' }) : measure;
    return factor === 100 ? words : t('times-factor', { words, factor: factor / 100 });
  };
}

/** The filter of the page of statistics that leads here. */
function useWayBack(): URLSearchParams {
  const back = new URLSearchParams(useLocation().search);
  for (const name of ['number', 'cursor', 'from', 'to']) back.delete(name);
  return back;
}

export default function OrdersBehind() {
  const { items, next, number, value, filter, formula, areas, departments, title, isExact } =
    useLoaderData<typeof loader>();
  const t = useText(statistics);
  const nameOf = useNumberName();
  const added = useAdded();
  const locale = useLocale();
  const rate = rateNames.find((name) => number.startsWith(`${name}.`));
  const back = useWayBack();
  return (
    <>
      <PageHeader
        above={<Link to={`${paths.statistics}?${back.toString()}`}>{t('back-to-statistics')}</Link>}
        title={title}
        lead={t('orders-of', { what: nameOf(number), from: filter.from, to: filter.to })}
        meta={<strong>{t('orders-count', { value })}</strong>}
      />
      {!isExact && <p className="field-hint">{t('orders-open')}</p>}
      {rate && <p className="formula">{rateInWords(locale, rate, formula)}</p>}
      <Table
        caption={title}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        empty={t('orders-empty')}
        columns={[
          {
            key: 'order',
            header: t('order'),
            cell: (row) => (
              <>
                {row.readable ? <Link to={paths.workOrder(row.id)}>{row.title}</Link> : row.title}
                <br />
                <span className="rate-parts">{row.externalNumber ?? row.number}</span>
              </>
            ),
          },
          {
            key: 'month',
            header: t('month'),
            cell: (row) => <span className="month-cell">{row.month}</span>,
          },
          { key: 'area', header: t('area'), cell: (row) => areas[row.areaId] },
          {
            key: 'department',
            header: t('department'),
            cell: (row) => departments[row.departmentId ?? ''] ?? t('no-department'),
          },
          {
            key: 'state',
            header: t('state'),
            cell: (row) => <WorkOrderBadges order={row} overdue={false} />,
          },
          { key: 'adds', header: t('adds-to'), cell: (row) => row.adds.map(added).join(', ') },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}
