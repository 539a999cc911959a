import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  EmptyState,
  FilterArea,
  FilterBar,
  FilterSelect,
  LinkButton,
  PageHeader,
  Pagination,
  Section,
} from '~/components/ui';
import { TargetProgress, TargetStanding } from '~/components/targets/target-card';
import { departmentsFor } from '~/domains/organisations/index.server';
import { targetsPage } from '~/domains/targets/target.query.server';
import { areaFilter, topAreas } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { statistics } from '~/i18n/statistics';
import { targets } from '~/i18n/targets';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const year = /^20\d\d$/.test(query.get('year') ?? '') ? Number(query.get('year')) : undefined;
  const { areaId, cursor } = listAsked(args);
  const page = await targetsPage(ctx, {
    ...{ year, areaId, cursor },
    departmentId: query.get('department') || undefined,
  });
  const [areas, top] = await Promise.all([areaFilter(ctx, query), topAreas(ctx)]);
  const departments = await departmentsFor(
    ctx,
    top.map((area) => area.id),
  );
  const title = textIn(ctx.locale, targets)('title');
  return data(
    { ...page, areas, departments, title },
    { headers: { 'X-Cache-Topics': 'targets,statistics,areas,organisations' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Targets() {
  const { items, next, names, areas, departments, years, year, may, title } = useLoaderData<typeof loader>();
  const t = useText(targets);
  const groups = [...new Set(items.map((item) => `${item.areaId} ${item.departmentId}`))];
  const nameOf = (areaId: string, departmentId: string) =>
    `${names.areas[areaId] ?? areaId} · ${departmentId === '' ? t('whole-area') : (names.departments[departmentId] ?? '')}`;
  return (
    <>
      <PageHeader
        title={`${title} · ${t('year-of', { year })}`}
        lead={t('lead')}
        actions={
          <>
            {may && (
              <LinkButton to={paths.newTarget} icon="plus">
                {t('new')}
              </LinkButton>
            )}
            <LinkButton variant="secondary" to={paths.statisticsFormula}>
              {t('formula')}
            </LinkButton>
          </>
        }
      />
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect
          name="department"
          label={t('department')}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FilterSelect
          name="year"
          label={t('year')}
          all={null}
          defaultValue={String(year)}
          options={years.map((value) => ({ value: String(value), label: t('year-of', { year: value }) }))}
        />
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState title={t('empty-title')}>{t('empty-body')}</EmptyState>
      ) : (
        groups.map((group) => {
          const [areaId = '', departmentId = ''] = group.split(' ');
          return (
            <Section key={group} title={nameOf(areaId, departmentId)}>
              <ul className="target-list">
                {items
                  .filter((item) => item.areaId === areaId && item.departmentId === departmentId)
                  .map((item) => (
                    <TargetItem key={item.id} item={item} />
                  ))}
              </ul>
            </Section>
          );
        })
      )}
      <Pagination next={next} />
    </>
  );
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number];

function TargetItem({ item }: { item: Item }) {
  const t = useText(targets);
  const s = useText(statistics);
  const { colon } = usePunctuation();
  return (
    <li className="stack">
      <h3 className="card-badges">
        <Link to={paths.target(item.id)}>{s(`rate.${item.measure}`)}</Link>
        <TargetStanding target={item} />
      </h3>
      <TargetProgress target={item} />
      <p className="field-hint">
        {`${t('office')}${colon}${item.office}`}
        <br />
        {`${t('source')}${colon}${item.source}`}
      </p>
    </li>
  );
}
