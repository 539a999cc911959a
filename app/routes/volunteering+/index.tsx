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
  TimeSpan,
} from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { organisationNames } from '~/domains/organisations/index.server';
import { opportunityCards } from '~/domains/volunteering/activities/opportunity-list.query.server';
import { mayRecruit } from '~/domains/volunteering/policy';
import { contextOf } from '~/http/actor.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { feedLink, pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = listAsked(args);
  const { areaId, cursor } = asked;
  const now = ctx.clock.now();
  const when = asked.one('when', ['coming', 'all']);
  const comingFrom = when === 'coming' ? now : undefined;
  const withoutOverAt = when ? undefined : now;
  const page = await opportunityCards(ctx, { areaId, cursor, comingFrom, withoutOverAt });
  const organisations = await organisationNames(
    ctx,
    page.items.map((item) => item.organisationId),
  );
  return listAnswer(args, {
    page,
    title: textIn(ctx.locale, volunteering)('title'),
    topics: 'volunteering,areas',
    more: { organisations, recruit: mayRecruit(ctx.actor).allowed },
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  feedLink('activities'),
];

export default function Volunteering() {
  const { items, next, areas, names, organisations } = useLoaderData<typeof loader>();
  const t = useText(volunteering);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={<ListActions />} />
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect
          name="when"
          label={t('shifts')}
          all={t('not-over')}
          options={(['coming', 'all'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </FilterBar>
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t('empty-title'),
          text: t('empty-body'),
          action: (
            <LinkButton variant="secondary" to={`${paths.volunteering}?when=all`}>
              {t('show-all')}
            </LinkButton>
          ),
        }}
      >
        {(item) => (
          <Card
            key={item.id}
            headingLevel={2}
            title={item.title}
            to={paths.opportunity(item.id)}
            meta={
              <>
                <span>{names[item.areaId]}</span>
                <span>{organisations[item.organisationId]}</span>
                {item.place && <span>{item.place}</span>}
              </>
            }
          >
            {item.coming.length === 0 ? (
              <p>{t(item.isOver ? 'shifts-over' : 'no-shifts')}</p>
            ) : (
              <ul>
                {item.coming.map((shift) => (
                  <li key={shift.id}>
                    <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} /> ·{' '}
                    {shift.taken < shift.capacity
                      ? t('seats-left', { count: shift.capacity - shift.taken })
                      : t('full')}
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </PagedList>
    </>
  );
}

function ListActions() {
  const { recruit } = useLoaderData<typeof loader>();
  const t = useText(volunteering);
  const viewer = useViewer();
  return (
    <>
      {recruit && <LinkButton to={paths.newOpportunity}>{t('new')}</LinkButton>}
      {recruit && (
        <LinkButton variant="secondary" to={paths.volunteerDesk}>
          {t('desk')}
        </LinkButton>
      )}
      <LinkButton variant="secondary" to={paths.rewards}>
        {t('rewards')}
      </LinkButton>
      {viewer && (
        <LinkButton variant="secondary" to={paths.volunteeringForYou}>
          {t('for-you')}
        </LinkButton>
      )}
      {viewer && (
        <LinkButton variant="secondary" to={paths.myVolunteering}>
          {t('mine')}
        </LinkButton>
      )}
    </>
  );
}
