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
  Time,
} from '~/components/ui';
import { BallotBadges } from '~/components/ballots/ballot-badges';
import { mayCreateSomeBallot } from '~/domains/ballots/policy';
import { listBallots } from '~/domains/ballots/ballot-list.query.server';
import { ballotLifecycle } from '~/domains/ballots/lifecycle';
import { contextOf } from '~/http/actor.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { feedLink, pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

/** What is still being imported is shown nowhere. */
const shownStates = ballotLifecycle.states.filter((state) => state !== 'importing');

/** Where a ballot is called, in the area whose ballots are looked at. */
const newBallotIn = (areaId?: string | null) =>
  areaId ? `${paths.newBallot}?area=${areaId}` : paths.newBallot;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = listAsked(args);
  const { areaId, cursor } = asked;
  const page = await listBallots(ctx, { areaId, cursor, state: asked.one('state', shownStates) });
  return listAnswer(args, {
    page,
    title: textIn(ctx.locale, ballots)('title'),
    topics: 'ballots,areas',
    more: { newBallot: mayCreateSomeBallot(ctx.actor).allowed ? newBallotIn(areaId) : null },
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageTitle(page?.title),
  feedLink('ballots'),
];

export default function Ballots() {
  const { items, next, areas, names, newBallot } = useLoaderData<typeof loader>();
  const t = useText(ballots);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={newBallot === null ? undefined : <LinkButton to={newBallot}>{t('new')}</LinkButton>}
      />
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect
          name="state"
          label={t('state')}
          options={shownStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        />
      </FilterBar>
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t('empty-title'),
          text: t('empty-body'),
          action: <LinkButton to={paths.proposals}>{t('see-proposals')}</LinkButton>,
        }}
      >
        {(item) => (
          <Card
            key={item.id}
            headingLevel={2}
            title={item.title}
            to={paths.ballot(item.id)}
            badges={<BallotBadges state={item.state} standing={item.standing} />}
            meta={
              <>
                <span>{names[item.areaId]}</span>
                <span>
                  {t('opens')} <Time value={item.opensAt} />
                </span>
                <span>
                  {t('closes')} <Time value={item.closesAt} relative />
                </span>
                {item.electorateSize !== null && (
                  <span>{t('turnout-of', { voted: item.votedCount, size: item.electorateSize })}</span>
                )}
              </>
            }
          />
        )}
      </PagedList>
    </>
  );
}
