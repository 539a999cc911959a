import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  CardList,
  EmptyState,
  FilterArea,
  FilterBar,
  FilterQuery,
  FilterSelect,
  LinkButton,
  PageHeader,
  Pagination,
  Tabs,
} from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { ProposalCard } from '~/components/proposals/proposal-card';
import { categories } from '~/domains/categories';
import { listProposals, ownProposals, proposalSorts } from '~/domains/proposals/proposal-list.query.server';
import { proposalLifecycle } from '~/domains/proposals/lifecycle';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const mine = asked.get('whose') === 'mine';
  const filter = {
    query: asked.get('q')?.slice(0, 100) || undefined,
    areaId: asked.get('area') || undefined,
    state: proposalLifecycle.states.find((state) => state === asked.get('state')),
    category: categories.find((category) => category === asked.get('category')),
    sort: proposalSorts.find((sort) => sort === asked.get('sort')),
    cursor: asked.get('cursor') || undefined,
  };
  const page = mine
    ? { items: await ownProposals(ctx, requirePerson(args).actor.personId), next: null }
    : await listProposals(ctx, filter);
  const [areas, names] = await Promise.all([
    areaTree(ctx),
    areaNames(
      ctx,
      page.items.map((item) => item.areaId),
    ),
  ]);
  const title = textIn(ctx.locale, proposals)('title');
  return data(
    { ...page, areas, names, mine, title, sorts: [...proposalSorts] },
    { headers: mine ? {} : { 'X-Cache-Topics': 'proposals,areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const shownStates = proposalLifecycle.states.filter((state) => state !== 'draft');

export default function Proposals() {
  const { items, next, names, mine } = useLoaderData<typeof loader>();
  const t = useText(proposals);
  const viewer = useViewer();
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<LinkButton to={paths.newProposal}>{t('new')}</LinkButton>}
      />
      {viewer && (
        <Tabs
          label={t('title')}
          tabs={[
            { to: paths.proposals, label: t('all'), current: !mine },
            { to: `${paths.proposals}?whose=mine`, label: t('mine'), current: mine },
          ]}
        />
      )}
      {!mine && <Filters />}
      {items.length === 0 ? (
        <EmptyState
          title={t('empty-title')}
          action={<LinkButton to={paths.newProposal}>{t('new')}</LinkButton>}
        >
          {t('empty-text')}
        </EmptyState>
      ) : (
        <CardList label={t('title')}>
          {items.map((item) => (
            <ProposalCard key={item.id} proposal={item} areaName={names[item.areaId]} headingLevel={2} />
          ))}
        </CardList>
      )}
      <Pagination next={next} />
    </>
  );
}

function Filters() {
  const { areas, sorts } = useLoaderData<typeof loader>();
  const t = useText(proposals);
  return (
    <FilterBar>
      <FilterQuery label={t('search')} />
      <FilterArea areas={areas} />
      <FilterSelect
        name="state"
        label={t('state')}
        options={shownStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <FilterSelect
        name="category"
        label={t('category')}
        options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
      />
      <FilterSelect
        name="sort"
        label={t('sort')}
        all={t('sort.newest')}
        options={sorts.slice(1).map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
    </FilterBar>
  );
}
