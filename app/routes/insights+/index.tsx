import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { FigureSection } from '~/components/insights/figure-section';
import { useCategoriesToFilter } from '~/components/across/use-categories';
import {
  EmptyState,
  FilterArea,
  FilterBar,
  FilterSelect,
  LinkButton,
  Notice,
  PageHeader,
} from '~/components/ui';
import { insightsQuery } from '~/domains/insights/figures/asked';
import { insightsPage } from '~/domains/insights/figures/insights.query.server';
import { sayFigure } from '~/domains/insights/figures/say-figure';
import type { SaidFigure } from '~/domains/insights/figures/say-figure';
import { fewestShown } from '~/domains/statistics/rules/small-numbers';
import { areaFilter } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { insightHeaders, scopeWords } from '~/http/answers/figure-answer.server';
import { pageTitle } from '~/http/answers/page-title';
import { load } from '~/http/forms/forms.server';
import { textIn } from '~/i18n/catalogue';
import { insights } from '~/i18n/insights';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

/** Rows of a table on the page; files have all. */
const mostRows = 40;

/** As much of a figure as a page bears. */
function cutFigure(figure: SaidFigure, cutNote: string): SaidFigure {
  if (figure.rows.length <= mostRows) return figure;
  return { ...figure, rows: figure.rows.slice(0, mostRows), notes: [...figure.notes, cutNote] };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const { scope, figures, picture, isEmpty } = await load(args, () => insightsPage(ctx, query));
  const { isExact } = scope.asked;
  const t = textIn(ctx.locale, insights);
  const said = figures.map((figure) => sayFigure(ctx.locale, figure));
  return data(
    {
      ...{ scope, picture, isEmpty, isExact },
      figures: said.map((figure) => cutFigure(figure, t('note.cut', { count: mostRows }))),
      rule: t('public-rule', { count: fewestShown }),
      words: scopeWords(ctx, scope),
      query: insightsQuery(scope.asked),
      other: insightsQuery({ ...scope.asked, isExact: !isExact }),
      origin: ctx.configuration.publicUrl,
      areas: await areaFilter(ctx, query),
      ...(await categoriesFor(args)),
      title: t('title'),
    },
    { headers: insightHeaders(isExact) },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Insights() {
  const { figures, picture, query, origin, isExact, isEmpty, words, rule } = useLoaderData<typeof loader>();
  const t = useText(insights);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<Ways />} />
      {isExact ? <Notice kind="warning">{t('lead-exact')}</Notice> : <p className="field-hint">{rule}</p>}
      <Filters />
      <p>{words}</p>
      <Census />
      {isEmpty && <EmptyState title={t('empty-title')}>{t('empty-body')}</EmptyState>}
      <div className="figures">
        {figures.map((figure) => (
          <FigureSection key={figure.name} map={picture} {...{ figure, query, isExact, origin }} />
        ))}
      </div>
    </>
  );
}

/** To the numbers behind, and between the two versions. */
function Ways() {
  const { scope, other, isExact } = useLoaderData<typeof loader>();
  const t = useText(insights);
  return (
    <>
      <LinkButton variant="secondary" to={paths.statistics}>
        {t('statistics')}
      </LinkButton>
      {scope.mayReadExact && (
        <LinkButton variant="secondary" to={paths.insights + other}>
          {isExact ? t('exact-close') : t('exact-open')}
        </LinkButton>
      )}
    </>
  );
}

function Census() {
  const { scope } = useLoaderData<typeof loader>();
  const t = useText(insights);
  return (
    <p className="field-hint">
      {scope.census ? t('census', scope.census) : t('census-none')}{' '}
      {scope.mayReadExact && <Link to={paths.importCensus}>{t('census-import')}</Link>}
    </p>
  );
}

function Filters() {
  const { scope, areas, isExact } = useLoaderData<typeof loader>();
  const t = useText(insights);
  return (
    <FilterBar>
      {isExact && <input type="hidden" name="exact" value="1" />}
      <FilterArea areas={areas} />
      <FilterSelect
        name="year"
        label={t('year')}
        all={null}
        defaultValue={String(scope.asked.year)}
        options={scope.years.map((year) => ({ value: String(year), label: t('year-of', { year }) }))}
      />
      <FilterSelect name="category" label={t('category')} options={useCategoriesToFilter()} />
      <FilterSelect
        name="level"
        label={t('level')}
        all={t('level.next')}
        options={scope.levels.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
    </FilterBar>
  );
}
