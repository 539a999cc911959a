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
import { FormulaWords } from '~/components/statistics/formula-words';
import { useCategoriesToFilter } from '~/components/across/use-categories';
import { RateCards } from '~/components/statistics/rate-cards';
import { ordersBehind } from '~/components/statistics/rate-figure';
import type { Narrowing } from '~/components/statistics/rate-figure';
import { Groups, Months } from '~/components/statistics/statistics-groups';
import { statisticsChoices, statisticsPage } from '~/domains/statistics/statistics-page.query.server';
import { contextOf } from '~/http/actor.server';
import { headersOf } from '~/http/answers/exact-headers';
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
    { headers: headersOf(page.isExact, 'statistics,areas,organisations') },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** What narrows the whole page, as the lists behind its numbers take it. */
function useNarrowing(): Narrowing {
  const { filter, formula, isExact } = useLoaderData<typeof loader>();
  return {
    exact: isExact ? '1' : undefined,
    area: filter.areaId,
    department: filter.departmentId === '' ? 'none' : filter.departmentId,
    category: filter.category,
    from: filter.from,
    to: filter.to,
    formula: formula.current ? undefined : formula.id,
  };
}

/** To what else numbers say, and between the two versions. */
function SeeAlso() {
  const { isExact, mayReadExact } = useLoaderData<typeof loader>();
  const t = useText(statistics);
  const query = new URLSearchParams(useLocation().search);
  if (isExact) query.delete('exact');
  else query.set('exact', '1');
  return (
    <>
      <LinkButton variant="secondary" to={paths.insights}>
        {t('insights')}
      </LinkButton>
      <LinkButton variant="secondary" to={paths.targets}>
        {t('targets')}
      </LinkButton>
      {mayReadExact && (
        <LinkButton variant="secondary" to={`${paths.statistics}?${query.toString()}`}>
          {t(isExact ? 'exact-close' : 'exact-open')}
        </LinkButton>
      )}
    </>
  );
}

export default function Statistics() {
  const page = useLoaderData<typeof loader>();
  const t = useText(statistics);
  const { search } = useLocation();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<SeeAlso />} />
      {page.isExact ? (
        <Notice kind="warning">{t('exact-lead')}</Notice>
      ) : (
        <p className="field-hint">{t('rule', { count: page.rule })}</p>
      )}
      <Filters />
      {!page.formula.current && (
        <Notice kind="warning">
          {t('other-formula')} <Link to={paths.statistics}>{t('other-formula-back')}</Link>
        </Notice>
      )}
      {page.isEmpty ? <EmptyState title={t('empty-title')}>{t('empty-body')}</EmptyState> : <Numbers />}
      <Section title={t('formula')}>
        <FormulaWords formula={page.formula.formula} />
        <FurtherWays search={search} />
      </Section>
    </>
  );
}

/** All numbers, as far as they are told. */
function Numbers() {
  const page = useLoaderData<typeof loader>();
  const { total, before, formula, isExact, yearBefore } = page;
  const t = useText(statistics);
  const narrowing = useNarrowing();
  return (
    <>
      <div className="stack section">
        <Scope />
        {!page.isWhole && <Notice kind="info">{t('public-alone-title')}</Notice>}
      </div>
      <Section title={t('summary')}>
        <RateCards
          rates={total}
          before={before}
          wholeYear={isExact ? null : yearBefore}
          formula={formula.formula}
          narrowing={narrowing}
        />
      </Section>
      <Months months={page.months} narrowing={narrowing} />
      <Groups page={page} narrowing={narrowing} />
    </>
  );
}

/** Of how many orders the numbers are, and how many stand beside them. */
function Scope() {
  const { total, refused, excluded, filter } = useLoaderData<typeof loader>();
  const t = useText(statistics);
  const narrowing = useNarrowing();
  const beside = [
    ['refused', refused],
    ['excluded', excluded],
  ] as const;
  return (
    <p>
      {t('scope', { from: filter.from, to: filter.to, count: total.orders })}
      {beside.map(
        ([name, count]) =>
          count > 0 && (
            <Fragment key={name}>
              {' '}
              <Link to={ordersBehind(name, narrowing)}>{t(`scope-${name}`, { count })}</Link>
            </Fragment>
          ),
      )}
    </p>
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
  const { choices, isExact, filter } = useLoaderData<typeof loader>();
  const t = useText(statistics);
  return (
    <FilterBar>
      {isExact && <input type="hidden" name="exact" value="1" />}
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
        all={isExact ? t('period.last-twelve') : null}
        {...(!isExact && { defaultValue: filter.from.slice(0, 4) })}
        options={choices.years.map((year) => ({ value: String(year), label: t('period.year', { year }) }))}
      />
    </FilterBar>
  );
}
