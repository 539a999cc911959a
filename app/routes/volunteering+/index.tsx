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
import { useViewer } from '~/components/layout/use-viewer';
import { organisationNames } from '~/domains/organisations/index.server';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { listOpportunities } from '~/domains/volunteering/index.server';
import { mayRecruit } from '~/domains/volunteering/policy';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const now = ctx.clock.now();
  const page = await listOpportunities(ctx, {
    areaId: asked.get('area') || undefined,
    cursor: asked.get('cursor') || undefined,
    comingFrom: asked.get('when') === 'coming' ? now : undefined,
  });
  const [areas, names, organisations] = await Promise.all([
    areaTree(ctx),
    areaNames(
      ctx,
      page.items.map((item) => item.areaId),
    ),
    organisationNames(
      ctx,
      page.items.map((item) => item.organisationId),
    ),
  ]);
  const items = page.items.map((item) => ({
    ...item,
    coming: item.shifts.filter((shift) => shift.startsAt > now),
  }));
  const title = textIn(ctx.locale, volunteering)('title');
  return data(
    { items, next: page.next, areas, names, organisations, title, recruit: mayRecruit(ctx.actor).allowed },
    { headers: { 'X-Cache-Topics': 'volunteering,areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Volunteering() {
  const { items, next, areas, names, organisations, recruit } = useLoaderData<typeof loader>();
  const t = useText(volunteering);
  const viewer = useViewer();
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {recruit && <LinkButton to={paths.newOpportunity}>{t('new')}</LinkButton>}
            {viewer && (
              <LinkButton variant="secondary" to={paths.myVolunteering}>
                {t('mine')}
              </LinkButton>
            )}
          </>
        }
      />
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect
          name="when"
          label={t('shifts')}
          all={t('all')}
          options={[{ value: 'coming', label: t('coming') }]}
        />
      </FilterBar>
      {items.length === 0 ? (
        <EmptyState
          title={t('empty-title')}
          action={
            <LinkButton variant="secondary" to={paths.volunteering}>
              {t('show-all')}
            </LinkButton>
          }
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
                <p>{t('no-shifts')}</p>
              ) : (
                <ul>
                  {item.coming.slice(0, 3).map((shift) => (
                    <li key={shift.id}>
                      <Time value={shift.startsAt} /> ·{' '}
                      {shift.taken < shift.capacity
                        ? t('seats-left', { count: shift.capacity - shift.taken })
                        : t('full')}
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          ))}
        </CardList>
      )}
      <Pagination next={next} />
    </>
  );
}
