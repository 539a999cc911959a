import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card, FilterArea, FilterBar, LinkButton, PageHeader, PagedList, Time } from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { organisationNames } from '~/domains/organisations/index.server';
import { mayOfferReward } from '~/domains/volunteering/policy';
import { rewardCards } from '~/domains/volunteering/rewards/reward-list.query.server';
import { contextOf } from '~/http/actor.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { areaId, cursor } = listAsked(args);
  const page = await rewardCards(ctx, { areaId, cursor });
  const organisations = await organisationNames(
    ctx,
    page.items.map((item) => item.organisationId),
  );
  return listAnswer(args, {
    page,
    title: textIn(ctx.locale, volunteerRewards)('title'),
    topics: 'volunteering,areas',
    more: { organisations, offers: mayOfferReward(ctx.actor).allowed },
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** What businesses give to those who serve. */
export default function Rewards() {
  const { items, next, areas, names, organisations } = useLoaderData<typeof loader>();
  const t = useText(volunteerRewards);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<RewardActions />} />
      <FilterBar>
        <FilterArea areas={areas} />
      </FilterBar>
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t('empty-title'),
          text: t('empty-body'),
          action: (
            <LinkButton variant="secondary" to={paths.volunteerPoints}>
              {t('empty-action')}
            </LinkButton>
          ),
        }}
      >
        {(item) => (
          <RewardCard
            key={item.id}
            reward={item}
            business={organisations[item.organisationId]}
            area={names[item.areaId]}
          />
        )}
      </PagedList>
    </>
  );
}

interface RewardCardProps {
  reward: { id: string; title: string; points: number; stock: number; taken: number; until: Date };
  business: string | undefined;
  area: string | undefined;
}

function RewardCard({ reward, business, area }: RewardCardProps) {
  const t = useText(volunteerRewards);
  const left = reward.stock - reward.taken;
  return (
    <Card
      headingLevel={2}
      title={reward.title}
      to={paths.reward(reward.id)}
      meta={
        <>
          <strong>{t('points-value', { points: reward.points })}</strong>
          <span>{left > 0 ? t('left', { left }) : t('gone')}</span>
          <span>{business}</span>
          <span>{area}</span>
          <span>
            {t('until-value')} <Time value={reward.until} format="date" />
          </span>
        </>
      }
    />
  );
}

function RewardActions() {
  const { offers } = useLoaderData<typeof loader>();
  const t = useText(volunteerRewards);
  const viewer = useViewer();
  return (
    <>
      {offers && <LinkButton to={paths.newReward}>{t('new')}</LinkButton>}
      {offers && (
        <LinkButton variant="secondary" to={paths.handOverReward}>
          {t('check-title')}
        </LinkButton>
      )}
      {viewer && (
        <LinkButton variant="secondary" to={paths.volunteerPoints}>
          {t('empty-action')}
        </LinkButton>
      )}
    </>
  );
}
