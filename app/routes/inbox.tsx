import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  Button,
  Card,
  CardList,
  EmptyState,
  Form,
  LinkButton,
  PageHeader,
  Pagination,
  StatusBadge,
  Time,
  WordsWithDates,
} from '~/components/ui';
import { SolvedButtons } from '~/components/workorders/solved-buttons';
import { inboxPage, markRead, markReadSchema } from '~/domains/notifications/index.server';
import { waitingCallBacks } from '~/domains/workorders/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { noticeTopics } from '~/i18n/notice-topics';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { cursor } = listAsked(args);
  const [{ items, next }, asked] = await Promise.all([
    inboxPage(ctx, ctx.actor.personId, cursor),
    waitingCallBacks(ctx),
  ]);
  const newest = cursor === undefined && items.some((item) => !item.read) ? items[0]?.id : undefined;
  // What is asked in a message is answered in it, as long as it is asked.
  const askedAt = Object.fromEntries(asked.map(({ id, title }) => [paths.callBack(id), { id, title }]));
  return { items, next, newest, askedAt, title: textIn(ctx.locale, community)('inbox.title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, markReadSchema, async ({ upTo }) => {
    await markRead(ctx, ctx.actor.personId, upTo);
    const message = textIn(ctx.locale, community)('inbox.flash');
    return redirect(paths.inbox, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Inbox() {
  const { items, next, askedAt } = useLoaderData<typeof loader>();
  const t = useText(community);
  return (
    <>
      <PageHeader title={t('inbox.title')} lead={t('inbox.lead')} actions={<Acts />} />
      {items.length === 0 ? (
        <EmptyState
          picture="done"
          title={t('inbox.empty-title')}
          action={
            <LinkButton variant="secondary" to={paths.proposals}>
              {t('all-proposals-everywhere')}
            </LinkButton>
          }
        >
          {t('inbox.empty-body')}
        </EmptyState>
      ) : (
        <CardList label={t('inbox.title')}>
          {items.map((item) => (
            <Card
              key={item.id}
              headingLevel={2}
              title={item.text}
              to={item.path}
              badges={!item.read && <StatusBadge tone="info">{t('inbox.unread')}</StatusBadge>}
              meta={<Time value={item.createdAt} relative />}
              actions={<ToAnswer asked={askedAt[item.path]} />}
            >
              <WordsWithDates>{item.details.join(' ')}</WordsWithDates>
            </Card>
          ))}
        </CardList>
      )}
      <Pagination next={next} />
    </>
  );
}

function ToAnswer({ asked }: { asked: { id: string; title: string } | undefined }) {
  return asked ? <SolvedButtons orderId={asked.id} about={asked.title} /> : null;
}

function Acts() {
  const { newest } = useLoaderData<typeof loader>();
  const ofTopics = useText(noticeTopics);
  const t = useText(community);
  return (
    <>
      {newest && (
        <Form hidden={{ upTo: newest }}>
          <Button variant="secondary" size="small">
            {t('inbox.mark-read')}
          </Button>
        </Form>
      )}
      <LinkButton variant="quiet" size="small" to={paths.noticeTopics}>
        {ofTopics('settings')}
      </LinkButton>
      <LinkButton variant="quiet" size="small" to={paths.account}>
        {t('inbox.settings')}
      </LinkButton>
    </>
  );
}
