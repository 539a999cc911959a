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
  Time,
} from '~/components/ui';
import { ConversationState } from '~/components/opinions/conversation-state';
import { listConversations } from '~/domains/opinions/conversation-list.query.server';
import { conversationLifecycle } from '~/domains/opinions/lifecycle';
import { mayOpenConversation } from '~/domains/opinions/policy';
import { contextOf } from '~/http/actor.server';
import { listAnswer, listAsked } from '~/http/answers/list-page.server';
import { feedLink, pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const asked = listAsked(args);
  const { areaId, cursor } = asked;
  const state = asked.one('state', conversationLifecycle.states);
  return listAnswer(args, {
    page: await listConversations(ctx, { areaId, cursor, state }),
    title: textIn(ctx.locale, conversations)('title'),
    topics: 'conversations,areas',
    more: { mayOpen: mayOpenConversation(ctx.actor).allowed },
  });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  ...pageTitle(page?.title),
  feedLink('conversations'),
];

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
      <PagedList
        label={t('title')}
        {...{ items, next }}
        empty={{
          title: t('empty-title'),
          text: t('empty-body'),
          action: <LinkButton to={paths.proposals}>{t('see-proposals')}</LinkButton>,
        }}
      >
        {(item) => (
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
        )}
      </PagedList>
    </>
  );
}
