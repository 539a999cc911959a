import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { AreaBreadcrumbs, DescriptionList, Markdown, Notice, PageHeader, Section } from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { EventTimeline } from '~/components/across/event-timeline';
import { LinkedTitle } from '~/components/across/linked-title';
import { FollowButton } from '~/components/across/follow-button';
import { CancelOpportunity, OrganiseShifts } from '~/components/volunteering/organise-shifts';
import { ShiftCard } from '~/components/volunteering/shift-card';
import { timelineOf } from '~/domains/ledger/index.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { organisationNames } from '~/domains/organisations/index.server';
import { linkedTitle } from '~/domains/insights/linked-title.query.server';
import { areaTrail } from '~/domains/territory/index.server';
import { cancelOpportunity } from '~/domains/volunteering/cancel-opportunity.server';
import { addShift } from '~/domains/volunteering/opportunity.server';
import { attendanceSchema, cancelOpportunitySchema, shiftSchema } from '~/domains/volunteering/schema';
import { confirmAttendance } from '~/domains/volunteering/confirm-attendance.server';
import { signUp, withdraw } from '~/domains/volunteering/sign-up.server';
import { opportunityPage } from '~/domains/volunteering/volunteering.query.server';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => opportunityPage(ctx, id));
  const { areaId, organisationId, proposalId } = page.opportunity;
  const [trail, names, proposal, timeline, following] = await Promise.all([
    areaTrail(ctx, areaId),
    organisationNames(ctx, [organisationId]),
    linkedTitle(ctx, 'proposal', proposalId),
    timelineOf(ctx, [{ kind: 'opportunity', id }]),
    isFollowing(ctx, 'opportunity', id),
  ]);
  const now = ctx.clock.now();
  const shifts = page.shifts.map((shift) => ({
    ...shift,
    open: page.inService && shift.signUpUntil > now,
    begun: shift.startsAt <= now,
  }));
  return data(
    {
      ...page,
      shifts,
      trail,
      organisation: names[organisationId] ?? '',
      proposal,
      timeline,
      following,
    },
    { headers: { 'X-Cache-Topics': 'volunteering,proposals,organisations,titles' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

const placeSchema = z.object({ shiftId: z.string().max(26) });

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, volunteering);
  const back = async (message: string) =>
    redirect(paths.opportunity(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'sign-up':
      return runForm(args, placeSchema, async ({ shiftId }) =>
        back(t(`flash-${await signUp(ctx, shiftId)}`)),
      );
    case 'withdraw':
      return runForm(args, placeSchema, ({ shiftId }) =>
        withdraw(ctx, shiftId).then(() => back(t('flash-withdrawn'))),
      );
    case 'add-shift':
      return runForm(args, shiftSchema, (input) =>
        addShift(ctx, id, input).then(() => back(t('flash-shift'))),
      );
    case 'attendance':
      return runForm(args, attendanceSchema, (input) =>
        confirmAttendance(ctx, input).then(() => back(t('flash-attendance'))),
      );
    case 'cancel':
      return runForm(args, cancelOpportunitySchema, ({ reason }) =>
        cancelOpportunity(ctx, id, reason).then(() => back(t('flash-cancelled'))),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.opportunity.title);

export default function OpportunityPage() {
  const { opportunity, trail, shifts, organise, inService, mayCancel, timeline, following } =
    useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(volunteering);
  const viewer = useViewer();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={trail} />}
        title={opportunity.title}
        actions={<FollowButton kind="opportunity" id={opportunity.id} following={following} />}
      />
      {opportunity.state === 'cancelled' && (
        <Notice kind="warning">{t('cancelled-because', { reason: opportunity.reason ?? '' })}</Notice>
      )}
      {!inService && <Notice kind="warning">{t('organiser-inactive')}</Notice>}
      <div className="columns">
        <Markdown html={opportunity.bodyHtml} />
        <Facts />
      </div>
      <Section title={t('shifts')}>
        {shifts.length === 0 && <p>{t('no-shifts')}</p>}
        <div className="stack">
          {shifts.map((shift) => (
            <ShiftCard
              key={shift.id}
              shift={shift}
              signedIn={viewer !== null}
              opportunityId={opportunity.id}
              state={state}
            />
          ))}
        </div>
      </Section>
      {(organise.allowed || shifts.some((shift) => shift.signUps.length > 0)) && (
        <OrganiseShifts
          shifts={organise.allowed ? shifts : shifts.filter((shift) => shift.signUps.length > 0)}
          published={organise.allowed && opportunity.state === 'published'}
          state={state}
        />
      )}
      {mayCancel && !organise.allowed && <CancelOpportunity state={state} />}
      <Section title={t('history')}>
        <EventTimeline events={timeline} />
      </Section>
    </>
  );
}

function Facts() {
  const { opportunity, organisation, proposal } = useLoaderData<typeof loader>();
  const t = useText(volunteering);
  return (
    <DescriptionList
      items={[
        {
          label: t('by'),
          value: <Link to={paths.organisation(opportunity.organisationId)}>{organisation}</Link>,
        },
        { label: t('place'), value: opportunity.place },
        {
          label: t('proposal'),
          value: proposal && <LinkedTitle {...proposal} path={paths.proposal} />,
        },
        { label: t('risks'), value: opportunity.risks },
        { label: t('requirements'), value: opportunity.requirements },
        { label: t('minimum-age'), value: t('age', { count: opportunity.minimumAge }) },
      ]}
    />
  );
}
