import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Markdown, PageHeader, Section, Time } from '~/components/ui';
import { DecisionList } from '~/components/meetings/decision-list';
import { AgendaList, MeetingFacts } from '~/components/meetings/meeting-facts';
import { MeetingBadges } from '~/components/meetings/meeting-state';
import { Fingerprint, MinutesText, StepTable } from '~/components/meetings/minutes-text';
import { SeatList } from '~/components/meetings/seat-list';
import { meetingPage } from '~/domains/meetings/meeting.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const page = await load(args, () => meetingPage(ctx, args.params.id ?? ''));
  return { ...page, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.meeting.title);

/** The meeting for paper: the frame of the site is left out when it is printed. */
export default function PrintMeeting() {
  const { meeting, seats, decisions, steps, counts, standing, now } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  const recorded =
    meeting.state === 'published' ||
    (standing.inside && ['in-session', 'in-approval'].includes(meeting.state));
  return (
    <>
      <PageHeader
        title={meeting.title}
        badges={<MeetingBadges kind={meeting.kind} state={meeting.state} />}
      />
      <MeetingFacts meeting={meeting} counts={counts} />
      <Occasion />
      {seats.length > 0 && (
        <Section title={t(standing.inside ? 'seats' : 'seats-present')}>
          <SeatList seats={seats} inside={standing.inside} state={meeting.state} />
        </Section>
      )}
      {recorded && (
        <>
          <StepTable steps={steps} />
          <Section title={t('decisions')}>
            <DecisionList decisions={decisions} />
          </Section>
          <MinutesText meeting={meeting} />
          <Fingerprint id={meeting.id} contentHash={meeting.contentHash} />
        </>
      )}
      <p>
        {t('printed')} <Time value={now} />
      </p>
    </>
  );
}

/** What it was convened for, as far as the reader may know that. */
function Occasion() {
  const { meeting, agenda, standing } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  if (!standing.agenda) return null;
  return (
    <>
      <Markdown html={meeting.purposeHtml} />
      <Section title={t('agenda')}>
        <AgendaList agenda={agenda} />
      </Section>
    </>
  );
}
