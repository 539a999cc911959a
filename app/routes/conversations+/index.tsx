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
import { ConversationState } from '~/components/opinions/conversation-state';
import { listConversations } from '~/domains/opinions/conversation-list.query.server';
import { conversationLifecycle } from '~/domains/opinions/lifecycle';
import { mayOpenConversation } from '~/domains/opinions/policy';
import { areaNames, areaTree } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const filter = {
    areaId: query.get('area') || undefined,
    state: conversationLifecycle.states.find((state) => state === query.get('state')),
    cursor: query.get('cursor') || undefined,
  };
  const [page, areas] = await Promise.all([listConversations(ctx, filter), areaTree(ctx)]);
  const names = await areaNames(
    ctx,
    page.items.map((item) => item.areaId),
  );
  const title = textIn(ctx.locale, conversations)('title');
  return data(
    { ...page, areas, names, title, mayOpen: mayOpenConversation(ctx.actor).allowed },
    { headers: { 'X-Cache-Topics': 'conversations,areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title);

export default function Conversations() {
  const { items, next, areas, names, mayOpen } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayOpen ? <LinkButton to={paths.newConversation}>{t('new')}</LinkButton> : undefined}
      />
      <FilterBar>
        <FilterArea areas={areas} />
        <FilterSelect
          name="state"
          label={t('state')}
          options={conversationLifecycle.states.map((state) => ({
            value: state,
            label: t(`state.${state}`),
          }))}
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
              to={item.state === 'closed' ? paths.conversationReport(item.id) : paths.conversation(item.id)}
              badges={<ConversationState state={item.state} />}
              meta={
                <>
                  <span>{names[item.areaId]}</span>
                  <span>{t('people', { count: item.participantCount })}</span>
                  <span>{t('answers', { count: item.answerCount })}</span>
                  <span>
                    {t('closes-at')} <Time value={item.closesAt} relative={item.state === 'open'} />
                  </span>
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
