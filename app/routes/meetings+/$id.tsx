import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaBreadcrumbs, LinkButton, Markdown, Notice, PageHeader, Section } from '~/components/ui';
import { EventTimeline } from '~/components/across/event-timeline';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { ApprovalPanel } from '~/components/meetings/approval-panel';
import { ConvenerActs } from '~/components/meetings/convener-acts';
import { DecisionActs } from '~/components/meetings/decision-acts';
import { DecisionList } from '~/components/meetings/decision-list';
import { AgendaList, MeetingFacts } from '~/components/meetings/meeting-facts';
import { MeetingBadges } from '~/components/meetings/meeting-state';
import { Fingerprint, MinutesText, StepTable } from '~/components/meetings/minutes-text';
import { StepForms } from '~/components/meetings/step-forms';
import { AnswerForm, NameForm } from '~/components/meetings/own-seat';
import { SeatList } from '~/components/meetings/seat-list';
import { meetingPage } from '~/domains/meetings/meeting.query.server';
import { approvalDays } from '~/domains/meetings/rules/approval';
import { isFollowing } from '~/domains/notifications/index.server';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, readForm } from '~/http/forms/forms.server';
import { historyOf } from '~/http/answers/history.server';
import { meetingAction } from '~/http/actions/meeting-actions.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { explain } from '~/i18n/reason-text';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => meetingPage(ctx, id));
  const [trail, timeline, following] = await Promise.all([
    areaTrail(ctx, page.meeting.areaId),
    historyOf(args, 'meeting', id),
    isFollowing(ctx, 'meeting', id),
  ]);
  const begin = explain(ctx.locale, page.next.begin);
  const notYet = page.may.change && !begin.allowed ? (begin.words ?? null) : null;
  return data({ ...page, notYet, trail, timeline, following, approvalDays });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, meetings);
  const intent = String((await readForm(args.request)).get('intent'));
  return meetingAction(args, intent, async (message) =>
    redirect(paths.meeting(id), { headers: { 'Set-Cookie': await flash(args, t(message)) } }),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => matterTitle('meeting', data?.meeting);

export default function MeetingPage() {
  const { meeting, may, notYet, agenda, counts, standing, timeline } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(meetings);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const next = `next.${meeting.state}`;
  return (
    <>
      <Head />
      {meeting.state === 'cancelled' && (
        <Notice kind="warning">{t('cancelled-because', { reason: meeting.reason ?? '' })}</Notice>
      )}
      <div className="columns">
        {standing.agenda && <Markdown html={meeting.purposeHtml} />}
        <MeetingFacts meeting={meeting} counts={counts} />
      </div>
      {standing.leads && <ConvenerActs {...{ meeting, may, notYet, state }} />}
      <OwnSeats state={state} />
      {standing.agenda && (
        <Section title={t('agenda')}>
          <AgendaList agenda={agenda} />
        </Section>
      )}
      <Results state={state} />
      <Seats />
      <Section title={t('history')}>
        <EventTimeline
          {...timeline}
          {...(hasKey(meetings, next) ? { next: { title: t(next), time: null } } : {})}
        />
      </Section>
    </>
  );
}

function Head() {
  const { meeting, trail, following } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  return (
    <PageHeader
      above={<AreaBreadcrumbs areas={trail} />}
      title={meeting.title}
      badges={<MeetingBadges kind={meeting.kind} state={meeting.state} />}
      actions={
        <>
          <FollowAndShare kind="meeting" id={meeting.id} following={following} />
          <LinkButton variant="quiet" size="small" to={paths.meetingCalendar(meeting.id)} reloadDocument>
            {t('calendar-file')}
          </LinkButton>
          <LinkButton variant="quiet" size="small" to={paths.printMeeting(meeting.id)}>
            {t('print')}
          </LinkButton>
        </>
      }
    />
  );
}

type FormStateOf = { state: Parameters<typeof AnswerForm>[0]['state'] };

function OwnSeats({ state }: FormStateOf) {
  const { meeting, seats } = useLoaderData<typeof loader>();
  if (meeting.state === 'convened')
    return seats.filter(({ own }) => own).map((seat) => <AnswerForm key={seat.id} {...{ seat, state }} />);
  if (meeting.state === 'cancelled') return null;
  return seats
    .filter(({ bearsName }) => bearsName)
    .map((seat) => <NameForm key={seat.id} {...{ seat, state }} />);
}

/** Minutes and decisions: as they are written for those at the table, as they were approved for everyone. */
function Results({ state }: FormStateOf) {
  const { meeting, seats, decisions, steps, publications, standing, approval, may, approvalDays } =
    useLoaderData<typeof loader>();
  const t = useText(meetings);
  const recorded = ['in-session', 'in-approval', 'published'].includes(meeting.state);
  if (!recorded || (meeting.state !== 'published' && !standing.inside)) return null;
  const own = seats.filter(({ id }) => may.verdict.includes(id));
  return (
    <>
      <StepTable steps={steps} />
      <StepForms steps={publications} state={state} intent="publication" />
      <Section title={t('decisions')} id="decisions">
        <DecisionList
          decisions={decisions}
          acts={(id) => {
            const decision = decisions.find((one) => one.id === id);
            return decision && <DecisionActs decision={decision} state={state} />;
          }}
        />
      </Section>
      <MinutesText meeting={meeting} />
      <Fingerprint id={meeting.id} contentHash={meeting.contentHash} />
      {approval && <ApprovalPanel {...{ approval, own, state, days: approvalDays }} />}
    </>
  );
}

function Seats() {
  const { meeting, seats, counts, standing } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  const held = meeting.state !== 'convened' && meeting.state !== 'cancelled';
  if (seats.length === 0 && !standing.inside) return null;
  return (
    <Section title={t(standing.inside ? 'seats' : 'seats-present')}>
      {held && <p>{t('seats-counts', counts)}</p>}
      <SeatList seats={seats} inside={standing.inside} state={meeting.state} />
    </Section>
  );
}
