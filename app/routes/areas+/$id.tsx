import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  AreaBreadcrumbs,
  CardList,
  DescriptionList,
  LinkButton,
  Notice,
  PageHeader,
  Pagination,
  Section,
} from '~/components/ui';
import { AreaMap } from '~/components/maps/area-map';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { ProposalCard } from '~/components/proposals/proposal-card';
import type { ReadContext } from '~/domains/context';
import { withPictures } from '~/domains/files/index.server';
import { mapOfMatters } from '~/domains/insights/map-of-matters.query.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { listProposals } from '~/domains/proposals/index.server';
import {
  areaNames,
  areaPage,
  areasDirectlyBelow,
  mayKeepArea,
  mayPublishArea,
} from '~/domains/territory/index.server';

import { contextOf } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { load } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { mapPicture } from '~/http/answers/maps/map-view.server';
import { mapTopics } from '~/http/answers/maps/matters-on-map.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { areaKeeping } from '~/i18n/area-keeping';
import { frameOf, widened } from '~/lib/geo/frame';
import { hasKey } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

const shown = 8;
/** Of the list beside the map: the newest. */
const listed = 6;

/** The map of an area: its outline, or where it has none, what lies in it. */
async function areaMap(ctx: ReadContext, areaId: string) {
  const { matters } = await mapOfMatters(ctx, { areaId, ...anything });
  const frame = frameOf(matters.map(({ longitude, latitude }) => [longitude, latitude]));
  const places = matters.map(({ latitude, longitude, stage }) => ({ latitude, longitude, kind: stage }));
  return {
    picture: await mapPicture(ctx, { areaId, otherwise: frame && widened(frame, 0.1) }, places),
    tiles: ctx.configuration.mapTilesUrl !== '',
    matters: matters.slice(0, listed),
    count: matters.length,
  };
}

const anything = { category: undefined, kind: undefined, stage: undefined, near: undefined };

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const area = await load(args, () => areaPage(ctx, id));
  const { cursor } = listAsked(args);
  const [below, { items }, following, map] = await Promise.all([
    areasDirectlyBelow(ctx, id, cursor),
    listProposals(ctx, { areaId: id }),
    isFollowing(ctx, 'area', id),
    areaMap(ctx, id),
  ]);
  const names = await areaNames(
    ctx,
    items.map((item) => item.areaId),
  );
  return data(
    {
      ...(await categoriesFor(args)),
      area: { ...area, bounds: undefined, outline: undefined },
      map,
      below,
      items: await withPictures(ctx, 'proposal', items.slice(0, shown)),
      names,
      following,
      mayEdit: mayPublishArea(ctx.actor, id).allowed,
      mayAdd: mayKeepArea(ctx.actor, id).allowed && area.level !== 'grid' && !area.successor,
    },
    { headers: { 'X-Cache-Topics': mapTopics } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  matterTitle('area', data && { id: data.area.id, title: data.area.name });

export default function Area() {
  const { area, items, names, following } = useLoaderData<typeof loader>();
  const t = useText(community);
  const key = `level.${area.level}`;
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={area.trail} lastIsHere />}
        title={area.name}
        lead={hasKey(community, key) ? t(key) : area.level}
        actions={<FollowAndShare kind="area" id={area.id} following={following} />}
      />
      <Closing />
      <DescriptionList
        items={[
          { label: t('code'), value: area.code },
          { label: t('population'), value: area.population },
          { label: t('area-contact'), value: area.contact },
          { label: t('area.worker'), value: area.workerName },
          { label: t('area.worker-contact'), value: area.workerContact },
          { label: t('area.supervision'), value: area.supervisionPhone },
        ]}
      />
      {area.matters.length > 0 && (
        <Section title={t('area.matters')}>
          <ul>
            {area.matters.map((matter) => (
              <li key={matter}>{matter}</li>
            ))}
          </ul>
        </Section>
      )}
      <KeepingAndMap />
      <Section title={t('happening')}>
        {items.length === 0 ? (
          <p>{t('nothing-here')}</p>
        ) : (
          <CardList grid>
            {items.map((item) => (
              <ProposalCard key={item.id} proposal={item} areaName={names[item.areaId]} />
            ))}
          </CardList>
        )}
        <div className="form-actions">
          {[
            { path: paths.proposals, words: t('all-proposals') },
            { path: paths.feedback, words: t('all-feedback') },
            { path: paths.ballots, words: t('all-ballots') },
            { path: paths.workOrders, words: t('all-orders') },
            { path: paths.statistics, words: t('all-statistics') },
            { path: paths.targets, words: t('all-targets') },
            { path: paths.map, words: t('all-on-map') },
          ].map(({ path, words }) => (
            <LinkButton key={path} variant="quiet" size="small" to={`${path}?area=${area.id}`}>
              {words}
            </LinkButton>
          ))}
        </div>
      </Section>
      <Below />
    </>
  );
}

/** Into which area this one was closed, and which were closed into it. */
function Closing() {
  const { successor, former } = useLoaderData<typeof loader>().area;
  const t = useText(community);
  return (
    <>
      {successor && (
        <Notice kind="warning">
          <Link to={paths.area(successor.id)}>{t('area.closed-on', { successor: successor.name })}</Link>
        </Notice>
      )}
      {former.length > 0 && (
        <p>
          {t('area.former')}{' '}
          {former.map(({ id, name }) => (
            <Link key={id} to={paths.area(id)}>
              {name}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

/** What is published here, by whom it is kept, and how the area was called. */
function KeepingAndMap() {
  const { area, mayEdit, map } = useLoaderData<typeof loader>();
  const t = useText(community);
  const k = useText(areaKeeping);
  return (
    <>
      <div className="form-actions">
        {mayEdit && (
          <LinkButton variant="secondary" size="small" to={paths.editArea(area.id)}>
            {t('area.edit')}
          </LinkButton>
        )}
        <LinkButton variant="quiet" size="small" to={paths.areaNames(area.id)}>
          {k('link')}
        </LinkButton>
      </div>
      {(map.picture !== null || map.count > 0) && <AreaMap area={area} {...map} />}
    </>
  );
}

/** The areas directly below, page by page. */
function Below() {
  const { below, mayAdd } = useLoaderData<typeof loader>();
  const { items, next } = below;
  const t = useText(community);
  if (items.length === 0 && !mayAdd) return null;
  return (
    <Section title={t('below')} id="below">
      <ul className="linked-matters">
        {items.map((child) => (
          <li key={child.id}>
            <Link to={paths.area(child.id)}>{child.name}</Link>
            {child.closed && t('area.closed-mark')}
          </li>
        ))}
      </ul>
      <Pagination next={next} />
      {mayAdd && <AddBelow />}
    </Section>
  );
}

/** For who administers the area: one by one, or a table of them. */
function AddBelow() {
  const { area } = useLoaderData<typeof loader>();
  const t = useText(areaKeeping);
  return (
    <div className="form-actions">
      <LinkButton variant="secondary" size="small" to={paths.areaNames(area.id)}>
        {t('add')}
      </LinkButton>
      <LinkButton variant="secondary" size="small" to={paths.areaList(area.id)}>
        {t('list-link')}
      </LinkButton>
    </div>
  );
}
