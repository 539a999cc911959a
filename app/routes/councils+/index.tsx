import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card, FilterArea, FilterBar, LinkButton, PageHeader, PagedList, Tabs, Time } from '~/components/ui';
import { CouncilState } from '~/components/councils/council-state';
import { listCouncils } from '~/domains/councils/council-list.query.server';
import { mayFoundSomewhere } from '~/domains/councils/policy';
import { contextOf } from '~/http/actor.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { areaId, cursor, mine } = listAsked(args);
  const signedIn = ctx.actor.kind === 'person';
  return listAnswer(args, {
    page: await listCouncils(ctx, { areaId, cursor, mine }),
    title: textIn(ctx.locale, councils)('title'),
    topics: mine ? null : 'councils,areas',
    more: { mine: mine && signedIn, signedIn, mayFound: mayFoundSomewhere(ctx.actor).allowed },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Councils() {
  const { items, next, areas, mayFound, mine, signedIn } = useLoaderData<typeof loader>();
  const t = useText(councils);
  const views = [
    { to: paths.councils, label: t('all'), current: !mine },
    { to: `${paths.councils}?whose=mine`, label: t('mine'), current: mine },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayFound ? <LinkButton to={paths.newCouncil}>{t('new')}</LinkButton> : undefined}
      />
      {signedIn && <Tabs label={t('views')} tabs={views} />}
      {!mine && (
        <FilterBar>
          <FilterArea areas={areas} />
        </FilterBar>
      )}
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t('empty-title'),
          text: t('empty-body'),
          action: (
            <LinkButton variant="secondary" to={paths.meetings}>
              {t('see-meetings')}
            </LinkButton>
          ),
        }}
      >
        {(item) => <CouncilCard key={item.id} item={item} />}
      </PagedList>
    </>
  );
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number];

function CouncilCard({ item }: { item: Item }) {
  const { names } = useLoaderData<typeof loader>();
  const t = useText(councils);
  return (
    <Card
      headingLevel={2}
      title={item.title}
      to={paths.council(item.id)}
      badges={<CouncilState state={item.state} />}
      meta={
        <>
          <span>{t('seats-count', { count: item.seats })}</span>
          {item.state === 'inviting' && (
            <span>
              {t('until-day')} <Time value={item.volunteersUntil} format="date" />
            </span>
          )}
          <span>{names[item.areaId]}</span>
        </>
      }
    />
  );
}
