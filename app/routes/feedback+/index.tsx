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
  Tabs,
  Time,
} from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { FeedbackBadges } from '~/components/feedback/feedback-state';
import { useCategoryName } from '~/components/proposals/proposal-state';
import { listFeedback } from '~/domains/feedback/feedback.query.server';
import { feedbackKinds } from '~/domains/feedback/kinds';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = new URL(args.request.url).searchParams;
  const mine = asked.get('whose') === 'mine';
  const page = await listFeedback(ctx, {
    areaId: asked.get('area') || undefined,
    kind: feedbackKinds.find((kind) => kind === asked.get('kind')),
    cursor: asked.get('cursor') || undefined,
    authorId: mine ? requirePerson(args).actor.personId : undefined,
  });
  const [areas, names] = await Promise.all([
    areaTree(ctx),
    areaNames(
      ctx,
      page.items.map((item) => item.areaId),
    ),
  ]);
  const title = textIn(ctx.locale, feedback)('title');
  return data(
    { ...page, areas, names, mine, title },
    { headers: mine ? {} : { 'X-Cache-Topics': 'feedback,areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Feedback() {
  const { items, next, areas, names, mine } = useLoaderData<typeof loader>();
  const t = useText(feedback);
  const category = useCategoryName();
  const viewer = useViewer();
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<LinkButton to={paths.newFeedback}>{t('new')}</LinkButton>}
      />
      {viewer && (
        <Tabs
          label={t('title')}
          tabs={[
            { to: paths.feedback, label: t('public'), current: !mine },
            { to: `${paths.feedback}?whose=mine`, label: t('mine'), current: mine },
          ]}
        />
      )}
      {!mine && (
        <FilterBar>
          <FilterArea areas={areas} />
          <FilterSelect
            name="kind"
            label={t('kind')}
            options={feedbackKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </FilterBar>
      )}
      {items.length === 0 ? (
        <EmptyState
          title={t(mine ? 'empty-mine-title' : 'empty-title')}
          action={<LinkButton to={paths.newFeedback}>{t('new')}</LinkButton>}
        >
          {t('empty-text')}
        </EmptyState>
      ) : (
        <CardList label={t('title')}>
          {items.map((item) => (
            <Card
              key={item.id}
              headingLevel={2}
              title={item.title}
              to={paths.feedbackItem(item.id)}
              badges={<FeedbackBadges {...item} />}
              meta={
                <>
                  <span>{names[item.areaId]}</span>
                  <span>{category(item.category)}</span>
                  <Time value={item.createdAt} relative />
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
