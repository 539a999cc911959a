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
  Tabs,
  Time,
} from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { FeedbackBadges } from '~/components/feedback/feedback-state';
import { useCategoryName } from '~/components/across/use-categories';
import { withPictures } from '~/domains/files/index.server';
import { listFeedback } from '~/domains/feedback/feedback.query.server';
import { openFeedbackKinds } from '~/domains/feedback/kinds';
import { contextOf, requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { feedLink, pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = listAsked(args);
  const { mine, areaId, cursor } = asked;
  const authorId = mine ? requirePerson(args).actor.personId : undefined;
  const kind = asked.one('kind', openFeedbackKinds);
  const page = await listFeedback(ctx, { areaId, cursor, authorId, kind });
  return listAnswer(args, {
    page: { ...page, items: await withPictures(ctx, 'feedback', page.items) },
    title: textIn(ctx.locale, feedback)('title'),
    topics: mine ? null : 'feedback,areas',
    more: { ...(await categoriesFor(args)), mine },
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageTitle(data?.title),
  feedLink('feedback'),
];

export default function Feedback() {
  const { items, next, areas, mine } = useLoaderData<typeof loader>();
  const t = useText(feedback);
  const viewer = useViewer();
  return (
    <>
      <Head />
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
            options={openFeedbackKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </FilterBar>
      )}
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t(mine ? 'empty-mine-title' : 'empty-title'),
          text: t('empty-text'),
          action: <LinkButton to={paths.newFeedback}>{t('new')}</LinkButton>,
        }}
      >
        {(item) => <OneMatter key={item.id} item={item} />}
      </PagedList>
    </>
  );
}

function Head() {
  const t = useText(feedback);
  return (
    <PageHeader
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <LinkButton variant="secondary" to={paths.map}>
            {t('to-map')}
          </LinkButton>
          <LinkButton to={paths.newFeedback}>{t('new')}</LinkButton>
        </>
      }
    />
  );
}

type Item = ReturnType<typeof useLoaderData<typeof loader>>['items'][number];

function OneMatter({ item }: { item: Item }) {
  return (
    <Card
      headingLevel={2}
      title={item.title}
      to={paths.feedbackItem(item.id)}
      picture={item.picture}
      badges={<FeedbackBadges {...item} />}
      meta={<Facts item={item} />}
    />
  );
}

/** Small facts of one of the list: of the own also by what number it is known. */
function Facts({ item }: { item: Item }) {
  const { names, mine } = useLoaderData<typeof loader>();
  const t = useText(feedback);
  const category = useCategoryName();
  return (
    <>
      <span>{names[item.areaId]}</span>
      <span>{category(item.category)}</span>
      {mine && item.number !== null && <span>{t('number', { number: item.number })}</span>}
      <Time value={item.createdAt} relative />
    </>
  );
}
