import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaBreadcrumbs,
  ConfirmForm,
  DescriptionList,
  Markdown,
  Notice,
  PageHeader,
  Section,
  Time,
} from '~/components/ui';
import { EventTimeline } from '~/components/across/event-timeline';
import { FollowButton } from '~/components/across/follow-button';
import { MeetingState } from '~/components/meetings/meeting-state';
import { timelineOf } from '~/domains/ledger/index.server';
import { cancelMeeting } from '~/domains/meetings/cancel-meeting.server';
import { meetingPage } from '~/domains/meetings/meeting.query.server';
import { cancelMeetingSchema } from '~/domains/meetings/schema';
import { isFollowing } from '~/domains/notifications/index.server';
import { organisationNames } from '~/domains/organisations/index.server';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { meetings } from '~/i18n/meetings';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => meetingPage(ctx, id));
  const { areaId, organisationId } = page.meeting;
  const [trail, names, timeline, following] = await Promise.all([
    areaTrail(ctx, areaId),
    organisationNames(ctx, organisationId ? [organisationId] : []),
    timelineOf(ctx, [{ kind: 'meeting', id }]),
    isFollowing(ctx, 'meeting', id),
  ]);
  const organisation = organisationId ? (names[organisationId] ?? null) : null;
  return data({ ...page, trail, organisation, timeline, following });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, meetings);
  if ((await readForm(args.request)).get('intent') !== 'cancel')
    throw data({ reason: null }, { status: 400 });
  return runForm(args, cancelMeetingSchema, async ({ reason }) => {
    await cancelMeeting(ctx, id, reason);
    return redirect(paths.meeting(id), {
      headers: { 'Set-Cookie': await flash(args, t('flash-cancelled')) },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.meeting.title);

export default function MeetingPage() {
  const { meeting, may, trail, timeline, following } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(meetings);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={trail} />}
        title={meeting.title}
        badges={<MeetingState state={meeting.state} />}
        actions={<FollowButton kind="meeting" id={meeting.id} following={following} />}
      />
      {meeting.state === 'cancelled' && (
        <Notice kind="warning">{t('cancelled-because', { reason: meeting.reason ?? '' })}</Notice>
      )}
      <Facts />
      <Markdown html={meeting.purposeHtml} />
      {may.cancel && (
        <ConfirmForm
          intent="cancel"
          state={state}
          trigger={t('cancel')}
          title={t('cancel-title')}
          description={<p>{t('cancel-hint')}</p>}
          variant="quiet"
          danger
          reason={t('reason')}
        />
      )}
      <Section title={t('history')}>
        <EventTimeline events={timeline} />
      </Section>
    </>
  );
}

function Facts() {
  const { meeting, organisation } = useLoaderData<typeof loader>();
  const t = useText(meetings);
  return (
    <DescriptionList
      items={[
        {
          label: t('when'),
          value: (
            <>
              <Time value={meeting.startsAt} /> {t('until')} <Time value={meeting.endsAt} format="time" />
            </>
          ),
        },
        { label: t('place'), value: meeting.place },
        {
          label: t('organiser'),
          value:
            organisation === null || meeting.organisationId === null ? (
              t('organiser-office')
            ) : (
              <Link to={paths.organisation(meeting.organisationId)}>{organisation}</Link>
            ),
        },
        { label: t('is-public'), value: t(meeting.isPublic ? 'public' : 'closed') },
      ]}
    />
  );
}
