import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  AreaBreadcrumbs,
  LineOfMatter,
  LinkButton,
  Markdown,
  PageHeader,
  Section,
  Time,
} from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { CommentThread } from '~/components/deliberation/comment-thread';
import { EndorsePanel } from '~/components/proposals/endorse-panel';
import { AnswerProposal, WithdrawProposal } from '~/components/proposals/proposal-acts';
import { EventTimeline } from '~/components/across/event-timeline';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { LinkedMatters } from '~/components/across/linked-matters';
import { RoundsOfOrders } from '~/components/across/rounds-of-orders';
import { Pictures } from '~/components/files/pictures';
import { MergedHere, MergedNote, MergeProposal } from '~/components/proposals/merged-proposals';
import { PlaceMap } from '~/components/maps/place-map';
import { CategoryOf, ProposalState } from '~/components/proposals/proposal-state';
import { ProposalNotices } from '~/components/proposals/proposal-notices';
import { ModerationActs } from '~/components/moderation/moderation-acts';
import { commentsOf, mayComment } from '~/domains/deliberation/index.server';
import { mergeWithComments, undoMergeWithComments } from '~/domains/insights/merge-with-comments.server';
import { lineOfProposal, lineTopics } from '~/domains/insights/line-of-matter.query.server';
import { originOf } from '~/domains/opinions/index.server';
import { similarBeside } from '~/domains/insights/similar/similar-matters.query.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { answerProposal } from '~/domains/proposals/answer-proposal.server';
import { endorseProposal, withdrawEndorsement } from '~/domains/proposals/endorsing/endorse-proposal.server';
import { proposalPage } from '~/domains/proposals/index.server';
import { withdrawProposal } from '~/domains/proposals/save-proposal.server';
import { answerSchema, mergeSchema, undoMergeSchema } from '~/domains/proposals/schema';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { askedComments } from '~/http/actions/asked-comments';
import { commentAction } from '~/http/actions/comment-actions.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { placePicture } from '~/http/answers/maps/map-view.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { conversations } from '~/i18n/conversations';
import { proposals } from '~/i18n/proposals';
import { explain } from '~/i18n/reason-text';
import { useNamesInARow, useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => proposalPage(ctx, id));
  const { proposal } = page;
  if (proposal.mergedIntoId) throw redirect(`${paths.proposal(proposal.mergedIntoId)}?from=${id}`);
  const asked = new URL(args.request.url).searchParams;
  const [origin, trail, line, comments, following] = await Promise.all([
    originOf(ctx, proposal.statementId),
    areaTrail(ctx, proposal.areaId),
    lineOfProposal(ctx, proposal, asked.get('history')),
    commentsOf(ctx, {
      kind: 'proposal',
      id,
      areaId: proposal.areaId,
      authorIds: [proposal.authorId, ...page.merged.map((one) => one.authorId)],
      ...askedComments(args.request),
    }),
    isFollowing(ctx, 'proposal', id),
  ]);
  const similar = page.may.merge
    ? await similarBeside(ctx, args.context.similar, [{ kind: 'proposal', id, title: proposal.title }])
    : {};
  const { deadlineAt: time } = proposal;
  return data(
    {
      ...{ ...page, ...(await categoriesFor(args)) },
      origin: origin && {
        path: paths.conversationReport(origin.conversationId),
        words: textIn(ctx.locale, conversations)('origin-note', origin),
      },
      similar: similar[id] ?? [],
      mergeInto: page.may.merge ? asked.get('into') : null,
      cameFrom: asked.get('from'),
      ...{ trail, line, comments, following },
      picture: await placePicture(ctx, proposal, proposal.state !== 'draft' && !proposal.hiddenAt),
      due: { time, late: time !== null && time < ctx.clock.now() },
      commenting: explain(ctx.locale, mayComment(ctx.actor)),
    },
    { headers: { 'X-Cache-Topics': `proposals,comments,areas,${lineTopics}` } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

const withdrawSchema = z.object({ reason: z.string().trim().min(2).max(500) });
const nothing = z.object({});

export async function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? '';
  const ctx = requirePerson(args);
  const { proposal, merged } = await load(args, () => proposalPage(ctx, id));
  const intent = (await readForm(args.request)).get('intent');
  const t = textIn(ctx.locale, proposals);
  const back = async (message: string) =>
    redirect(paths.proposal(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch (intent) {
    case 'endorse':
      return runForm(args, nothing, () => endorseProposal(ctx, id).then(() => back(t('thanks-endorse'))));
    case 'withdraw-endorsement':
      return runForm(args, nothing, () =>
        withdrawEndorsement(ctx, id).then(() => back(t('endorsement-withdrawn'))),
      );
    case 'withdraw':
      return runForm(args, withdrawSchema, ({ reason }) =>
        withdrawProposal(ctx, id, reason).then(() => back(t('withdrawn'))),
      );
    case 'answer':
      return runForm(args, answerSchema, (input) =>
        answerProposal(ctx, id, input).then(() => back(t('answered'))),
      );
    case 'merge':
      return runForm(args, mergeSchema, ({ into, reason }) =>
        mergeWithComments(ctx, { fromId: id, intoId: into, reason }).then(() => back(t('merged'))),
      );
    case 'undo-merge':
      return runForm(args, undoMergeSchema, (input) =>
        undoMergeWithComments(ctx, input).then(() => back(t('merge-undone'))),
      );
  }
  const matter = {
    kind: 'proposal',
    id,
    areaId: proposal.areaId,
    title: proposal.title,
    path: paths.proposal(id),
    authorIds: [proposal.authorId, ...merged.map((one) => one.authorId)],
  };
  const commented = await commentAction(args, typeof intent === 'string' ? intent : '', matter);
  if (commented === null) throw data({ reason: null }, { status: 400 });
  return commented;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => matterTitle('proposal', data?.proposal);

export default function ProposalPage() {
  const page = useLoaderData<typeof loader>();
  const { proposal, line, following, pictures, picture, trail, may, endorsed, merged } = page;
  const t = useText(proposals);
  const state = useFormState();
  return (
    <>
      <Head />
      <MergedNote merged={merged} from={page.cameFrom} />
      <ProposalNotices origin={page.origin} proposal={proposal} may={may} />
      <LineOfMatter steps={line.steps.map((step) => ({ ...step, label: t(`line.${step.key}`) }))} />
      <div className="columns">
        <div className="stack">
          <Markdown html={proposal.bodyHtml} />
          <Pictures pictures={pictures} isLead />
          <PlaceMap {...proposal} area={trail.at(-1)?.name ?? ''} picture={picture} />
          <OfficialAnswer />
        </div>
        <aside className="stack">
          <EndorsePanel proposal={proposal} endorsed={endorsed} may={may.endorse} state={state} />
          <LinkedMatters linked={line.linked} />
          <RoundsOfOrders rounds={line.rounds} />
          <MergedHere merged={merged} state={state} />
          <div className="form-actions">
            <FollowAndShare kind="proposal" id={proposal.id} following={following} />
            {proposal.version > 1 && (
              <Link to={paths.proposalVersions(proposal.id)}>
                {t('version-count', { count: proposal.version })}
              </Link>
            )}
          </div>
          <div className="form-actions">
            {may.edit.allowed && proposal.state !== 'draft' && (
              <LinkButton variant="secondary" size="small" to={paths.editProposal(proposal.id)}>
                {t('edit')}
              </LinkButton>
            )}
            {may.withdraw.allowed && <WithdrawProposal state={state} />}
            {may.merge && <MergeProposal state={state} into={page.mergeInto} similar={page.similar} />}
            <ModerationActs kind="proposal" of={proposal} own={may.edit.allowed} moderates={may.moderate} />
          </div>
        </aside>
      </div>
      {may.answer.allowed && (
        <Section title={t('answer-title')}>
          <AnswerProposal proposal={proposal} state={state} />
        </Section>
      )}
      <History />
      {proposal.state !== 'draft' && <Comments />}
    </>
  );
}

function useFormState() {
  const outcome = useActionData<typeof action>();
  return outcome && 'form' in outcome ? outcome.form : undefined;
}

function Head() {
  const { proposal, organisation, authorName: name, trail, merged } = useLoaderData<typeof loader>();
  const coauthors = [...new Set(merged.map((one) => one.authorName))];
  const t = useText(proposals);
  const inARow = useNamesInARow();
  return (
    <PageHeader
      above={<AreaBreadcrumbs areas={trail} />}
      title={proposal.title || t('state.draft')}
      badges={<ProposalState state={proposal.state} />}
      meta={
        <>
          <CategoryOf category={proposal.category} />
          {organisation ? (
            <Link to={paths.organisation(organisation.id)}>
              {t('by-organisation', { organisation: organisation.name, name })}
            </Link>
          ) : (
            <span>{t('by', { name })}</span>
          )}
          {coauthors.length > 0 && <span>{t('co-authors', { names: inARow(coauthors) })}</span>}
          {proposal.publishedAt && (
            <span>
              {t('published-at')} <Time value={proposal.publishedAt} format="date" />
            </span>
          )}
        </>
      }
    />
  );
}

function OfficialAnswer() {
  const { proposal } = useLoaderData<typeof loader>();
  const t = useText(proposals);
  if (!proposal.officialAnswerHtml || !proposal.answeredAt) return null;
  return (
    <section className="panel" aria-label={t('official-answer')}>
      <h2>{t('official-answer')}</h2>
      <p className="card-meta">
        <Time value={proposal.answeredAt} />
      </p>
      <Markdown html={proposal.officialAnswerHtml} />
    </section>
  );
}

function History() {
  const { proposal, line, due } = useLoaderData<typeof loader>();
  const t = useText(proposals);
  const key = `next.${proposal.state}`;
  const title = hasKey(proposals, key) ? t(key) : proposal.state;
  return (
    <Section title={t('history')}>
      <EventTimeline {...line.timeline} next={{ title, ...due }} />
    </Section>
  );
}

function Comments() {
  const { proposal, merged, comments, commenting } = useLoaderData<typeof loader>();
  const t = useText(proposals);
  const viewer = useViewer();
  const state = useFormState();
  const why = commenting.allowed ? null : (commenting.words ?? null);
  return (
    <Section title={t('comments', { count: proposal.commentCount })} id="comments">
      <CommentThread
        discussion={comments}
        subject={{ kind: 'proposal', id: proposal.id }}
        origins={Object.fromEntries(merged.map((one) => [one.id, one.title]))}
        mayComment={commenting.allowed}
        whyNot={why}
        signInPath={viewer ? null : `${paths.signIn}?next=${encodeURIComponent(paths.proposal(proposal.id))}`}
        state={state}
      />
    </Section>
  );
}
