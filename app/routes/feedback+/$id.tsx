import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import {
  AreaBreadcrumbs,
  Button,
  ConfirmForm,
  Field,
  Form,
  LinkButton,
  Markdown,
  MarkdownEditor,
  PageHeader,
  RadioGroup,
  Section,
  Time,
} from '~/components/ui';
import { SaidOutside } from '~/components/bridges/said-outside';
import { EventTimeline } from '~/components/across/event-timeline';
import { CallHotline } from '~/components/feedback/call-hotline';
import { FeedbackBadges } from '~/components/feedback/feedback-state';
import { nextTime } from '~/components/feedback/next-time';
import { SealedReport } from '~/components/feedback/sealed-report';
import { ToConfirm } from '~/components/feedback/to-confirm';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { LinkedMatters } from '~/components/across/linked-matters';
import { PlaceMap } from '~/components/maps/place-map';
import { Pictures } from '~/components/files/pictures';
import { HiddenNotice } from '~/components/moderation/hidden-notice';
import { RoundsOfOrders } from '~/components/across/rounds-of-orders';
import { ModerationActs } from '~/components/moderation/moderation-acts';
import { saidOutside } from '~/domains/bridges/index.server';
import { decideFeedback } from '~/domains/feedback/decide-feedback.server';
import { feedbackPage } from '~/domains/feedback/index.server';
import { misconduct } from '~/domains/feedback/kinds';
import { readReporter } from '~/domains/feedback/read-reporter.server';
import { decisionSchema } from '~/domains/feedback/schema';
import { withdrawFeedback } from '~/domains/feedback/withdraw-feedback.server';
import { lineOfFeedback } from '~/domains/insights/line-of-matter.query.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { areaTrail } from '~/domains/territory/index.server';
import { waitingCallBacks } from '~/domains/workorders/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { commentAction } from '~/http/actions/comment-actions.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { historyAsked } from '~/http/answers/history.server';
import { placePicture } from '~/http/answers/maps/map-view.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { feedback as texts } from '~/i18n/feedback';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const line = await lineOfFeedback(ctx, id, historyAsked(args));
  const page = await load(args, () => feedbackPage(ctx, id, line.departmentIds));
  const [callBacks, outside, trail, following] = await Promise.all([
    waitingCallBacks(ctx, { kind: 'feedback', id }),
    saidOutside(ctx, { kind: 'feedback', id }),
    areaTrail(ctx, page.feedback.areaId),
    isFollowing(ctx, 'feedback', id),
  ]);
  const due = nextTime({ feedback: page.feedback, workOrders: line.workOrders });
  const hotline = page.isOwn ? ctx.configuration.hotline : null;
  const cached = page.feedback.isPublic && !page.feedback.hiddenAt;
  return data(
    {
      ...page,
      picture: await placePicture(ctx, page.feedback, cached),
      ...{ line, trail, following, outside, callBacks, hotline },
      due: { time: due, late: due !== null && due < ctx.clock.now() },
    },
    { headers: cached ? { 'X-Cache-Topics': 'feedback,work-orders,titles,areas' } : {} },
  );
}

const reporterSchema = z.object({ reason: z.string().trim().min(4).max(300) });

/** Acts that every page with content takes alike. */
const ofModeration = new Set(['report', 'hide', 'show-again']);

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const id = args.params.id ?? '';
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, texts);
  const { departmentIds } = await lineOfFeedback(ctx, id);
  const { feedback } = await load(args, () => feedbackPage(ctx, id, departmentIds));
  const back = async (message: string) =>
    redirect(paths.feedbackItem(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  const intent = (await readForm(args.request)).get('intent');
  if (intent === 'decide') {
    return runForm(args, decisionSchema, (input) =>
      decideFeedback(ctx, id, input).then(() => back(t('decided'))),
    );
  }
  if (intent === 'withdraw') {
    return runForm(args, z.object({}), () => withdrawFeedback(ctx, id).then(() => back(t('withdrawn'))));
  }
  if (intent === 'who')
    return runForm(args, reporterSchema, async (input) => ({ reporter: await readReporter(ctx, id, input) }));
  const matter = {
    kind: 'feedback',
    id,
    areaId: feedback.areaId,
    title: feedback.title,
    path: paths.feedbackItem(id),
  };
  const reported = ofModeration.has(String(intent))
    ? await commentAction(args, String(intent), matter)
    : null;
  if (reported === null) throw data({ reason: null }, { status: 400 });
  return reported;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => matterTitle('feedback', data?.feedback);

const kind = 'work-order';

export default function FeedbackPage() {
  const page = useLoaderData<typeof loader>();
  const { feedback, pictures, picture, line, trail, following, outside, may } = page;
  const t = useText(texts);
  const state = useFormState();
  const orders = line.workOrders.map(({ id, title, state }) => ({ kind, id, title, state }));
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={trail} />}
        title={feedback.title}
        badges={<FeedbackBadges {...feedback} />}
        meta={<Facts />}
      />
      <Above />
      <div className="stack">
        <Markdown html={feedback.bodyHtml} />
        <Pictures pictures={pictures} isLead />
        <PlaceMap {...feedback} area={trail.at(-1)?.name ?? ''} picture={picture} />
        {feedback.answerHtml && (
          <section className="panel" aria-label={t('answer')}>
            <h2>{t(feedback.state === 'refused' ? 'refusal' : 'answer')}</h2>
            <Markdown html={feedback.answerHtml} />
          </section>
        )}
        {page.hotline !== null && <CallHotline hotline={page.hotline} number={feedback.number} />}
        <LinkedMatters linked={orders} />
        <RoundsOfOrders rounds={line.rounds} />
        <div className="form-actions">
          <FollowAndShare kind="feedback" id={feedback.id} following={following} />
          {may.withdraw.allowed && (
            <ConfirmForm
              intent="withdraw"
              trigger={t('withdraw')}
              title={t('withdraw-title')}
              description={<p>{t('withdraw-hint')}</p>}
              confirm={t('withdraw')}
              variant="quiet"
              danger
              state={state}
            />
          )}
          <ModerationActs kind="feedback" of={feedback} own={may.withdraw.allowed} moderates={may.moderate} />
        </div>
      </div>
      {may.decide.allowed && <Decide />}
      <SaidOutside updates={outside} />
      <History />
    </>
  );
}

/** Who asked, when and where, and by what number it is known. */
function Facts() {
  const { feedback, authorName } = useLoaderData<typeof loader>();
  const t = useText(texts);
  return (
    <>
      <span>{authorName === '' ? t('by-sealed') : t('by', { name: authorName })}</span>
      <span>
        {t('at')} <Time value={feedback.createdAt} />
      </span>
      {feedback.place && <span>{feedback.place}</span>}
      {feedback.number && <span className="unbroken">{t('number', { number: feedback.number })}</span>}
    </>
  );
}

/** What is said above the words: that it is hidden or sealed, and what waits for who asked. */
function Above() {
  const { feedback, callBacks, may } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = useFormState();
  const t = useText(texts);
  const reporter = outcome && 'reporter' in outcome ? outcome.reporter : undefined;
  return (
    <>
      {feedback.hiddenAt && (
        <HiddenNotice kind="feedback" id={feedback.id} words={t('hidden')} moderates={may.moderate} />
      )}
      {feedback.kind === misconduct && (
        <SealedReport reporter={reporter} mayOpen={may.readReporter} state={state} />
      )}
      <ToConfirm callBacks={callBacks} />
    </>
  );
}

function History() {
  const { feedback, line, due } = useLoaderData<typeof loader>();
  const t = useText(texts);
  const next = `next.${feedback.state}`;
  const title = hasKey(texts, next) ? t(next) : feedback.state;
  return (
    <Section title={t('history')}>
      <EventTimeline {...line.timeline} next={{ title, ...due }} />
    </Section>
  );
}

function useFormState() {
  const outcome = useActionData<typeof action>();
  return outcome && 'form' in outcome ? outcome.form : undefined;
}

function Decide() {
  const { feedback } = useLoaderData<typeof loader>();
  const t = useText(texts);
  return (
    <Section title={t('decide-title')}>
      <div className="panel stack">
        <LinkButton variant="secondary" to={`${paths.newWorkOrder}?feedback=${feedback.id}`}>
          {t('order')}
        </LinkButton>
        <Form intent="decide" state={useFormState()} initial={{ act: 'answer' }}>
          <RadioGroup
            name="act"
            label={t('decide-act')}
            choices={[
              { value: 'answer', label: t('decide-answer') },
              { value: 'refuse', label: t('decide-refuse') },
            ]}
          />
          <Field name="words" label={t('decide-words')} required>
            <MarkdownEditor rows={5} maximum={5000} />
          </Field>
          <Button>{t('decide-send')}</Button>
        </Form>
      </div>
    </Section>
  );
}
