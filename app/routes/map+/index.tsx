import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  EmptyState,
  FilterArea,
  FilterBar,
  FilterQuery,
  FilterSelect,
  LinkButton,
  PageHeader,
  Pagination,
  Section,
} from '~/components/ui';
import { useCategoriesToFilter } from '~/components/across/use-categories';
import { MapLegend } from '~/components/maps/map-legend';
import { MatterList } from '~/components/maps/matter-list';
import { MatterMap } from '~/components/maps/matter-map';
import { NearMe } from '~/components/maps/near-me';
import { stages } from '~/domains/stages';
import { areaFilter } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { mapPicture } from '~/http/answers/maps/map-view.server';
import { mattersOnMap } from '~/http/answers/maps/matters-on-map.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { maps } from '~/i18n/maps';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import { frameOf, widened } from '~/lib/geo/frame';

/** Rows of the list beside the map: one of all of them would be most of the page. */
const rows = 20;

/** The page of the list that is asked for, by number. */
function pageOfList(search: URLSearchParams, count: number) {
  const last = Math.max(1, Math.ceil(count / rows));
  const page = Math.min(last, Math.max(1, Math.trunc(Number(search.get('list'))) || 1));
  return {
    first: (page - 1) * rows,
    next: page < last ? String(page + 1) : null,
    previous: page > 2 ? String(page - 1) : null,
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { matters, cut, asked, kinds, listed, search, narrowed, topics } = await mattersOnMap(args);
  const frame = frameOf(matters.map(({ longitude, latitude }) => [longitude, latitude]));
  const marked = frame && widened(frame, 0.1);
  // Of an area its outline; where it has none, what lies in it.
  const of = asked.areaId && !asked.near ? { otherwise: marked } : { around: marked };
  const places = matters.map(({ latitude, longitude, stage }) => ({ latitude, longitude, kind: stage }));
  const elsewhere = narrowedElsewhere(asked);
  const list = pageOfList(search, matters.length);
  return data(
    {
      ...{ ...listed, cut, kinds, list, count: matters.length },
      matters: matters.slice(list.first, list.first + rows),
      picture: await mapPicture(ctx, { areaId: asked.areaId, ...of }, places),
      tiles: ctx.configuration.mapTilesUrl !== '',
      narrowed: narrowed.toString(),
      near: asked.near ?? null,
      // A place that was not understood is said, not passed over.
      strange: Boolean(search.get('near')) && !asked.near,
      areas: await areaFilter(ctx, search),
      embed: `${ctx.configuration.publicUrl}${paths.embeddedOrders}${elsewhere}`,
      feed: paths.feed('work-orders') + elsewhere,
      oembed:
        ctx.configuration.publicUrl + paths.oembedOf(ctx.configuration.publicUrl + paths.map + elsewhere),
      title: textIn(ctx.locale, maps)('title'),
    },
    { headers: topics ? { 'X-Cache-Topics': topics } : {} },
  );
}

/** What the list for other sites is narrowed by too. */
function narrowedElsewhere({ areaId, category }: Awaited<ReturnType<typeof mattersOnMap>>['asked']): string {
  const search = new URLSearchParams({ ...(areaId && { area: areaId }), ...(category && { category }) });
  return search.size > 0 ? `?${search}` : '';
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: data?.feed },
  { tagName: 'link', rel: 'alternate', type: 'application/json+oembed', href: data?.oembed },
];

export default function MapOfMatters() {
  const { matters, count, list, cut, picture, tiles, narrowed, near } = useLoaderData<typeof loader>();
  const t = useText(maps);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Filters />
      <div className="map-layout">
        <div className="stack">
          {(picture || tiles) && <MatterMap {...{ count, picture, narrowed }} />}
          <MapLegend />
        </div>
        <Section title={t('list')}>
          <p role="status">
            {t(near ? 'count-near' : 'count', { count })}
            {cut && ` ${t('cut')}`}
          </p>
          {count === 0 ? (
            <EmptyState
              title={t('none-title')}
              action={<LinkButton to={paths.newFeedback}>{t('none-action')}</LinkButton>}
            >
              {t('none')}
            </EmptyState>
          ) : (
            <>
              <MatterList matters={matters} />
              <Pagination next={list.next} previous={list.previous} parameter="list" />
            </>
          )}
        </Section>
      </div>
      <Elsewhere />
    </>
  );
}

function Filters() {
  const { areas, kinds, strange } = useLoaderData<typeof loader>();
  const t = useText(maps);
  const p = useText(proposals);
  return (
    <>
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect name="category" label={p('category')} options={useCategoriesToFilter()} />
        <FilterSelect
          name="kind"
          label={t('kind')}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}` as 'kind.feedback') }))}
        />
        <FilterSelect
          name="stage"
          label={t('stage')}
          options={stages.map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
        <FilterQuery name="near" label={t('near')} />
      </FilterBar>
      {strange && <p role="alert">{t('near-strange')}</p>}
      <NearMe />
    </>
  );
}

/** For other sites and programs. */
function Elsewhere() {
  const { embed, feed } = useLoaderData<typeof loader>();
  const t = useText(maps);
  const frame = `<iframe src="${embed}" title="${t('title')}" width="100%" height="600" loading="lazy"></iframe>`;
  return (
    <details className="disclosure">
      <summary className="button button-quiet">{t('elsewhere')}</summary>
      <div className="disclosure-body">
        <p>
          <a href={feed}>{t('feed')}</a>
        </p>
        <p>{t('embed-hint')}</p>
        <p>
          <code className="shown-secret">{frame}</code>
        </p>
      </div>
    </details>
  );
}
