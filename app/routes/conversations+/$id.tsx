import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  AreaBreadcrumbs,
  EmptyState,
  LinkButton,
  Markdown,
  Notice,
  PageHeader,
  ProgressBar,
  Section,
  Time,
} from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { EventTimeline } from '~/components/across/event-timeline';
import { LinkedTitle } from '~/components/across/linked-title';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { ConversationState } from '~/components/opinions/conversation-state';
import { LeadConversation } from '~/components/opinions/lead-conversation';
import { OpinionMap } from '~/components/opinions/opinion-map';
import { StatementCard } from '~/components/opinions/statement-card';
import { WriteStatement } from '~/components/opinions/write-statement';
import { isFollowing } from '~/domains/notifications/index.server';
import { answerStatement } from '~/domains/opinions/statements/answer-statement.server';
import { conversationPage } from '~/domains/opinions/conversation.query.server';
import {
  cancelConversation,
  endConversationEarly,
  extendConversation,
} from '~/domains/opinions/end-conversation.server';
import { postStatement } from '~/domains/opinions/statements/post-statement.server';
import { answerSchema, extendSchema, reasonSchema, statementSchema } from '~/domains/opinions/schema';
import { similarStatements } from '~/domains/opinions/statements/similar-statements.query.server';
import { linkedTitle } from '~/domains/insights/linked-title.query.server';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm, typedValues } from '~/http/forms/forms.server';
import { historyOf } from '~/http/answers/history.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { conversations } from '~/i18n/conversations';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';
import { numberField } from '~/lib/numbers/number-field';

const askedNumber = numberField(z.number().int().min(1).max(100_000));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const asked = askedNumber.safeParse(new URL(args.request.url).searchParams.get('statement') ?? undefined);
  const page = await load(args, () => conversationPage(ctx, id, asked.data));
  const { areaId, proposalId } = page.conversation;
  const [trail, timeline, following, proposal] = await Promise.all([
    areaTrail(ctx, areaId),
    historyOf(args, 'conversation', id),
    isFollowing(ctx, 'conversation', id),
    linkedTitle(ctx, 'proposal', proposalId),
  ]);
  return {
    ...page,
    may: { ...page.may, takePart: explain(ctx.locale, page.may.takePart) },
    trail,
    timeline,
    following,
    proposal,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, conversations);
  const back = async (message: string, path: string = paths.conversation(id)) =>
    redirect(path, { headers: { 'Set-Cookie': await flash(args, message) } });
  const form = await readForm(args.request);
  switch (form.get('intent')) {
    case 'answer':
      return runForm(args, answerSchema, ({ statementId, answer }) =>
        answerStatement(ctx, { conversationId: id, statementId, answer }).then(() =>
          back(t('flash-answered', { answer: t(answer) })),
        ),
      );
    case 'write':
      return runForm(args, statementSchema, async ({ body, anyway }) => {
        const similar = anyway ? [] : await similarStatements(ctx, id, body);
        if (similar.length > 0)
          return data({ form: { values: typedValues(form), errors: {} }, similar }, 400);
        return back(t(`flash-${await postStatement(ctx, { conversationId: id, body })}`));
      });
    case 'extend':
      return runForm(args, extendSchema, (input) =>
        extendConversation(ctx, id, input).then(() => back(t('flash-extended'))),
      );
    case 'end-early':
      return runForm(args, reasonSchema, ({ reason }) =>
        endConversationEarly(ctx, id, reason).then(() =>
          back(t('flash-ended'), paths.conversationReport(id)),
        ),
      );
    case 'cancel':
      return runForm(args, reasonSchema, ({ reason }) =>
        cancelConversation(ctx, id, reason).then(() => back(t('flash-cancelled'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  matterTitle('conversation', page?.conversation);

export default function ConversationPage() {
  const page = useLoaderData<typeof loader>();
  const { conversation, open, may, timeline, following, waiting, map } = page;
  const outcome = useActionData<typeof action>();
  const t = useText(conversations);
  const state = useFormState();
  const similar = outcome && 'similar' in outcome ? outcome.similar : [];
  return (
    <>
      <Head />
      <States />
      {open && <Answering state={state} />}
      {open && may.takePart.allowed && (
        <WriteStatement conversationId={conversation.id} state={state} similar={similar} />
      )}
      {open && !may.takePart.allowed && may.takePart.words && <SignIn words={may.takePart.words} />}
      <Section
        title={t('picture-title')}
        actions={<Link to={paths.conversationStatements(conversation.id)}>{t('see-all')}</Link>}
      >
        <OpinionMap picture={map} />
      </Section>
      {open && may.lead && <LeadConversation id={conversation.id} waiting={waiting} state={state} />}
      <Section
        title={t('history')}
        actions={<FollowAndShare kind="conversation" id={conversation.id} following={following} />}
      >
        <EventTimeline {...timeline} />
      </Section>
    </>
  );
}

function Head() {
  const { conversation, trail, proposal, open, answered } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={trail} />}
        title={conversation.title}
        badges={<ConversationState state={conversation.state} />}
        meta={
          <>
            <span>{t('people', { count: conversation.participantCount })}</span>
            <span>{t('answers', { count: conversation.answerCount })}</span>
            <span>
              {t('closes-at')} <Time value={conversation.closesAt} relative={open} />
            </span>
            {proposal && (
              <span>
                {t('about')} <LinkedTitle {...proposal} path={paths.proposal} />
              </span>
            )}
          </>
        }
      />
      {conversation.bodyHtml !== '' && (
        <details className="disclosure" open={answered === 0 || undefined}>
          <summary className="button button-quiet button-small">{t('form.body')}</summary>
          <div className="disclosure-body">
            <Markdown html={conversation.bodyHtml} />
          </div>
        </details>
      )}
    </>
  );
}

/** What became of the conversation, where people cannot answer any more. */
function States() {
  const { conversation, open } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  const reason = conversation.reason ?? '';
  if (conversation.state === 'cancelled')
    return <Notice kind="warning">{t('cancelled-because', { reason })}</Notice>;
  if (conversation.state === 'closed')
    return (
      <>
        {reason !== '' && <Notice>{t('ended-because', { reason })}</Notice>}
        <LinkButton to={paths.conversationReport(conversation.id)}>{t('see-report')}</LinkButton>
      </>
    );
  if (!open) return <Notice>{t('analysing-note')}</Notice>;
  return reason === '' ? null : <Notice>{t('extended-because', { reason })}</Notice>;
}

function Answering({ state }: { state: ReturnType<typeof useFormState> }) {
  const { next, answered, total } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  const viewer = useViewer();
  return (
    <div className="stack">
      {viewer && total > 0 && (
        <ProgressBar
          label={t('progress')}
          value={answered}
          maximum={total}
          text={t('progress-text', { answered, total })}
        />
      )}
      {next ? (
        <StatementCard key={next.id} statement={next} signedIn={viewer !== null} state={state} />
      ) : (
        <EmptyState title={t(total === 0 ? 'none-yet-title' : 'all-done-title')}>
          {t(total === 0 ? 'none-yet' : 'all-done')}
        </EmptyState>
      )}
    </div>
  );
}

function useFormState() {
  const outcome = useActionData<typeof action>();
  return outcome && 'form' in outcome ? outcome.form : undefined;
}

function SignIn({ words }: { words: string }) {
  const { conversation } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  const viewer = useViewer();
  if (viewer) return <Notice kind="warning">{words}</Notice>;
  return (
    <LinkButton
      variant="secondary"
      to={`${paths.signIn}?next=${encodeURIComponent(paths.conversation(conversation.id))}`}
    >
      {t('sign-in')}
    </LinkButton>
  );
}
