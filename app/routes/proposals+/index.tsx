import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  FilterArea,
  FilterBar,
  FilterQuery,
  FilterSelect,
  LinkButton,
  PageHeader,
  PagedList,
  Tabs,
} from '~/components/ui';
import { useCategoriesToFilter } from '~/components/across/use-categories';
import { useViewer } from '~/components/layout/use-viewer';
import { ProposalCard } from '~/components/proposals/proposal-card';
import { withPictures } from '~/domains/files/index.server';
import {
  listProposals,
  ownProposals,
  proposalSorts,
} from '~/domains/proposals/lists/proposal-list.query.server';
import { proposalLifecycle } from '~/domains/proposals/lifecycle';
import { contextOf, requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { feedLink, pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = listAsked(args);
  const { mine, cursor, areaId } = asked;
  const listed = await categoriesFor(args);
  const page = mine
    ? await ownProposals(ctx, requirePerson(args).actor.personId, cursor)
    : await listProposals(ctx, {
        query: asked.words,
        state: asked.one('state', proposalLifecycle.states),
        category: asked.one('category', Object.keys(listed.categoryList.names)),
        sort: asked.one('sort', proposalSorts),
        ...{ areaId, cursor },
      });
  return listAnswer(args, {
    page: { ...page, items: await withPictures(ctx, 'proposal', page.items) },
    title: textIn(ctx.locale, proposals)('title'),
    topics: mine ? null : 'proposals,areas',
    more: { ...listed, mine, sorts: [...proposalSorts] },
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  feedLink('proposals'),
];

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
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t('empty-title'),
          text: t('empty-text'),
          action: <LinkButton to={paths.newProposal}>{t('new')}</LinkButton>,
        }}
      >
        {(item) => (
          <ProposalCard key={item.id} proposal={item} areaName={names[item.areaId]} headingLevel={2} />
        )}
      </PagedList>
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
      <FilterSelect name="category" label={t('category')} options={useCategoriesToFilter()} />
      <FilterSelect
        name="sort"
        label={t('sort')}
        all={t('sort.newest')}
        options={sorts.slice(1).map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
    </FilterBar>
  );
}
