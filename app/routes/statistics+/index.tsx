import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import { Fragment } from 'react';
import {
  EmptyState,
  FilterArea,
  FilterBar,
  FilterSelect,
  LinkButton,
  Notice,
  PageHeader,
  Section,
} from '~/components/ui';
import { XlsxLink } from '~/components/across/xlsx-link';
import { LineChart } from '~/components/charts/line-chart';
import { FormulaWords } from '~/components/statistics/formula-words';
import { useCategoriesToFilter, useCategoryName } from '~/components/across/use-categories';
import { RateCards } from '~/components/statistics/rate-cards';
import { ordersBehind } from '~/components/statistics/rate-figure';
import type { Narrowing } from '~/components/statistics/rate-figure';
import { RatesTable } from '~/components/statistics/rates-table';
import { statisticsChoices, statisticsPage } from '~/domains/statistics/statistics-page.query.server';
import { contextOf } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { statistics } from '~/i18n/statistics';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const [page, choices] = await Promise.all([
    load(args, () => statisticsPage(ctx, query)),
    statisticsChoices(ctx, query),
  ]);
  const title = textIn(ctx.locale, statistics)('title');
  return data(
    { ...page, ...(await categoriesFor(args)), choices, title },
    { headers: { 'X-Cache-Topics': 'statistics,areas,organisations' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** What narrows the whole page, as the lists behind its numbers take it. */
function useNarrowing(): Narrowing {
  const { filter, formula } = useLoaderData<typeof loader>();
  return {
    area: filter.areaId,
    department: filter.departmentId === '' ? 'none' : filter.departmentId,
    category: filter.category,
    from: filter.from,
    to: filter.to,
    formula: formula.current ? undefined : formula.id,
  };
}

function SeeAlso() {
  const t = useText(statistics);
  return (
    <>
      <LinkButton variant="secondary" to={paths.insights}>
        {t('insights')}
      </LinkButton>
      <LinkButton variant="secondary" to={paths.targets}>
        {t('targets')}
      </LinkButton>
    </>
  );
}

export default function Statistics() {
  const { total, excluded, refused, formula, filter, before } = useLoaderData<typeof loader>();
  const t = useText(statistics);
  const { search } = useLocation();
  const narrowing = useNarrowing();
  const scope = t('scope', { from: filter.from, to: filter.to, count: total.orders });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<SeeAlso />} />
      <Filters />
      {!formula.current && (
        <Notice kind="warning">
          {t('other-formula')} <Link to={paths.statistics}>{t('other-formula-back')}</Link>
        </Notice>
      )}
      <p>
        {scope}
        {(
          [
            ['refused', refused],
            ['excluded', excluded],
          ] as const
        ).map(
          ([name, count]) =>
            count > 0 && (
              <Fragment key={name}>
                {' '}
                <Link to={ordersBehind(name, narrowing)}>{t(`scope-${name}`, { count })}</Link>
              </Fragment>
            ),
        )}
      </p>
      {total.orders === 0 ? (
        <EmptyState title={t('empty-title')}>{t('empty-body')}</EmptyState>
      ) : (
        <>
          <Section title={t('summary')}>
            <RateCards rates={total} before={before} formula={formula.formula} narrowing={narrowing} />
          </Section>
          <Months />
          <Groups />
        </>
      )}
      <Section title={t('formula')}>
        <FormulaWords formula={formula.formula} />
        <FurtherWays search={search} />
      </Section>
    </>
  );
}

function FurtherWays({ search }: { search: string }) {
  const t = useText(statistics);
  return (
    <div className="form-actions">
      <LinkButton variant="quiet" size="small" to={paths.statisticsFormula}>
        {t('formula-more')}
      </LinkButton>
      <LinkButton variant="quiet" size="small" to={paths.statisticsExclusions}>
        {t('exclusions')}
      </LinkButton>
      <a className="button button-quiet button-small" href={paths.statisticsCsv + search} download>
        {t('csv')}
      </a>
      <XlsxLink className="button button-quiet button-small" csv={paths.statisticsCsv + search} />
    </div>
  );
}

function Filters() {
  const { choices } = useLoaderData<typeof loader>();
  const t = useText(statistics);
  return (
    <FilterBar>
      <FilterArea areas={choices.areas} />
      <FilterSelect
        name="department"
        label={t('department')}
        options={choices.departments.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect name="category" label={t('category')} options={useCategoriesToFilter()} />
      <FilterSelect
        name="year"
        label={t('period')}
        all={t('period.last-twelve')}
        options={choices.years.map((year) => ({ value: String(year), label: t('period.year', { year }) }))}
      />
    </FilterBar>
  );
}

const drawn = ['response', 'resolution', 'satisfaction'] as const;

function Months() {
  const { months } = useLoaderData<typeof loader>();
  const t = useText(statistics);
  const narrowing = useNarrowing();
  const number = (percent: string | null) => (percent === null ? null : Number(percent));
  return (
    <Section title={t('by-month')}>
      <LineChart
        title={t('by-month-title')}
        hint={t('chart-hint')}
        months={months.map((month) => month.key)}
        lines={[
          ...drawn.map((name) => ({
            key: name,
            label: t(`rate.${name}`),
            values: months.map(({ rates }) => number(rates[name].percent)),
          })),
          {
            key: 'overall',
            label: t('rate.overall'),
            values: months.map(({ rates }) => number(rates.overall)),
          },
        ]}
      />
      <details className="chart-table">
        <summary>{t('month-table')}</summary>
        <RatesTable
          caption={t('by-month')}
          header={t('month')}
          rows={months.map(({ key, rates }) => ({
            key,
            label: key,
            rates,
            narrowing: { ...narrowing, from: key, to: key },
          }))}
        />
      </details>
    </Section>
  );
}

function Groups() {
  const { departments, areas, categories: groups, names } = useLoaderData<typeof loader>();
  const t = useText(statistics);
  const category = useCategoryName();
  const narrowing = useNarrowing();
  const here = new URLSearchParams(useLocation().search);
  const narrower = (name: string, value: string) => {
    const query = new URLSearchParams(here);
    query.set(name, value);
    return `${paths.statistics}?${query.toString()}`;
  };
  const rows = (
    name: 'department' | 'area' | 'category',
    of: typeof departments,
    label: (key: string) => string,
  ) =>
    of.map(({ key, rates }) => ({
      key,
      label: label(key),
      to: narrower(name, key === '' ? 'none' : key),
      rates,
      narrowing: { ...narrowing, [name]: key === '' ? 'none' : key },
    }));
  return (
    <>
      <Section title={t('by-department')}>
        <RatesTable
          caption={t('by-department')}
          header={t('department')}
          rows={rows('department', departments, (key) => names.departments[key] ?? t('no-department'))}
        />
      </Section>
      {areas.length > 0 && (
        <Section title={t('by-area')}>
          <RatesTable
            caption={t('by-area')}
            header={t('area')}
            rows={rows('area', areas, (key) => names.areas[key] ?? key)}
          />
        </Section>
      )}
      <Section title={t('by-category')}>
        <RatesTable
          caption={t('by-category')}
          header={t('category')}
          rows={rows('category', groups, category)}
        />
      </Section>
    </>
  );
}
