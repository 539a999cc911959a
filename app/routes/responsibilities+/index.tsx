import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import {
  FilterArea,
  FilterBar,
  FilterSelect,
  LinkButton,
  PageHeader,
  Pagination,
  StatusBadge,
  Table,
} from '~/components/ui';
import { XlsxLink } from '~/components/across/xlsx-link';
import { useLevelName, useListedName, useListedToFilter } from '~/components/responsibility/listed-category';
import { organisationNames } from '~/domains/organisations/index.server';
import { countOpenGaps, responsibilityList } from '~/domains/responsibility/list.query.server';
import { outOfService } from '~/domains/responsibility/out-of-service.query.server';
import { keptAreas } from '~/domains/responsibility/policy';
import { contextOf } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { responsibility } from '~/i18n/responsibility';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { areaId, cursor } = listAsked(args);
  const query = new URL(args.request.url).searchParams;
  const page = await responsibilityList(ctx, {
    category: query.get('category') || undefined,
    departmentId: query.get('department') || undefined,
    ...{ areaId, cursor },
  });
  const named = page.items.map((entry) => entry.departmentId);
  const [departments, gone, gaps] = await Promise.all([
    organisationNames(ctx, named),
    outOfService(ctx, named),
    countOpenGaps(ctx),
  ]);
  return listAnswer(args, {
    page,
    title: textIn(ctx.locale, responsibility)('title'),
    topics: 'responsibilities,organisations,areas',
    more: {
      ...(await categoriesFor(args)),
      departments,
      gone: [...gone],
      gaps,
      keeps: keptAreas(ctx.actor).length > 0,
    },
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Responsibilities() {
  const { items, next, areas, names } = useLoaderData<typeof loader>();
  const t = useText(responsibility);
  const category = useListedName();
  const level = useLevelName();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<Actions />} />
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect
          name="category"
          label={t('category')}
          options={useListedToFilter()}
          all={t('category-all')}
        />
      </FilterBar>
      <Table
        caption={t('title')}
        captionHidden
        rows={items}
        rowKey={(row) => row.id}
        empty={t('empty-body')}
        columns={[
          { key: 'area', header: t('area'), cell: (row) => names[row.areaId] ?? row.areaId },
          {
            key: 'category',
            header: t('category'),
            cell: (row) => <Link to={paths.responsibility(row.key)}>{category(row.category)}</Link>,
          },
          { key: 'level', header: t('level'), cell: (row) => level(row.level) },
          {
            key: 'department',
            header: t('department'),
            cell: (row) => <Department id={row.departmentId} />,
          },
          { key: 'basis', header: t('basis'), cell: (row) => row.basis },
          {
            key: 'days',
            header: t('days'),
            cell: (row) => (row.days === null ? t('days-none') : t('days-count', { count: row.days })),
          },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}

function Department({ id }: { id: string }) {
  const { departments, gone } = useLoaderData<typeof loader>();
  const t = useText(responsibility);
  return (
    <>
      <Link to={paths.organisation(id)}>{departments[id]}</Link>{' '}
      {gone.includes(id) && <StatusBadge tone="danger">{t('department-gone')}</StatusBadge>}
    </>
  );
}

function Actions() {
  const { keeps, gaps } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const t = useText(responsibility);
  return (
    <>
      {keeps && (
        <>
          <LinkButton to={paths.newResponsibility}>{t('new')}</LinkButton>
          <LinkButton to={paths.importResponsibilities} variant="secondary">
            {t('import')}
          </LinkButton>
          <LinkButton to={paths.responsibilityGaps} variant="secondary">
            {`${t('gaps')} (${gaps})`}
          </LinkButton>
        </>
      )}
      <a className="button button-quiet" href={paths.responsibilitiesCsv + search} download>
        {t('csv')}
      </a>
      <XlsxLink className="button button-quiet" csv={paths.responsibilitiesCsv + search} />
    </>
  );
}
