import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  Card,
  CardList,
  EmptyState,
  FilterArea,
  FilterBar,
  FilterSelect,
  LinkButton,
  PageHeader,
  Pagination,
  Time,
} from '~/components/ui';
import { BallotBadges } from '~/components/ballots/ballot-badges';
import { mayCreateSomeBallot } from '~/domains/ballots/policy';
import { listBallots } from '~/domains/ballots/ballot-list.query.server';
import { ballotLifecycle } from '~/domains/ballots/lifecycle';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

/** What is still being imported is shown nowhere. */
const shownStates = ballotLifecycle.states.filter((state) => state !== 'importing');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const filter = {
    areaId: query.get('area') || undefined,
    state: ballotLifecycle.states.find((state) => state === query.get('state')),
    cursor: query.get('cursor') || undefined,
  };
  const [page, areas] = await Promise.all([listBallots(ctx, filter), areaTree(ctx)]);
  const names = await areaNames(
    ctx,
    page.items.map((item) => item.areaId),
  );
  const title = textIn(ctx.locale, ballots)('title');
  const mayCreate = mayCreateSomeBallot(ctx.actor).allowed;
  return data(
    { ...page, areas, names, title, mayCreate },
    { headers: { 'X-Cache-Topics': 'ballots,areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function Ballots() {
  const { items, next, areas, names, mayCreate } = useLoaderData<typeof loader>();
  const t = useText(ballots);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayCreate ? <LinkButton to={paths.newBallot}>{t('new')}</LinkButton> : undefined}
      />
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect
          name="state"
          label={t('state')}
          options={shownStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
        />
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState
          title={t('empty-title')}
          action={<LinkButton to={paths.proposals}>{t('see-proposals')}</LinkButton>}
        >
          {t('empty-body')}
        </EmptyState>
      ) : (
        <CardList label={t('title')}>
          {items.map((item) => (
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
          ))}
        </CardList>
      )}
      <Pagination next={next} />
    </>
  );
}
