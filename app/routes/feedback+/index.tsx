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
  return listAnswer(args, {
    page: await listFeedback(ctx, { areaId, cursor, authorId, kind: asked.one('kind', openFeedbackKinds) }),
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
  const { items, next, areas, names, mine } = useLoaderData<typeof loader>();
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
        {(item) => (
          <Card
            key={item.id}
            headingLevel={2}
            title={item.title}
            to={paths.feedbackItem(item.id)}
            badges={<FeedbackBadges {...item} />}
            meta={<Facts item={item} area={names[item.areaId]} mine={mine} />}
          />
        )}
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

interface FactsProps {
  item: { category: string; number: string | null; createdAt: Date };
  area: string | undefined;
  mine: boolean;
}

/** Small facts of one of the list: of the own also by what number it is known. */
function Facts({ item, area, mine }: FactsProps) {
  const t = useText(feedback);
  const category = useCategoryName();
  return (
    <>
      <span>{area}</span>
      <span>{category(item.category)}</span>
      {mine && item.number !== null && <span>{t('number', { number: item.number })}</span>}
      <Time value={item.createdAt} relative />
    </>
  );
}
