import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { AreaBreadcrumbs, DescriptionList, Markdown, Notice, PageHeader, Section } from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { EventTimeline } from '~/components/across/event-timeline';
import { LinkedTitle } from '~/components/across/linked-title';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { CancelOpportunity, OrganiseShifts } from '~/components/volunteering/organise-shifts';
import { PublishedRules, ShiftCard } from '~/components/volunteering/shift-card';
import { DraftActions } from '~/components/volunteering/draft-actions';
import { isFollowing } from '~/domains/notifications/index.server';
import { organisationNames } from '~/domains/organisations/index.server';
import { linkedTitle } from '~/domains/insights/linked-title.query.server';
import { areaTrail } from '~/domains/territory/index.server';
import { opportunityPage } from '~/domains/volunteering/volunteering.query.server';
import { contextOf } from '~/http/actor.server';
import { volunteeringAction } from '~/http/actions/volunteering-actions.server';
import { load } from '~/http/forms/forms.server';
import { historyOf } from '~/http/answers/history.server';
import { matterTitle } from '~/http/answers/page-title';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';
import { volunteering } from '~/i18n/volunteering';
import { useNamesInARow, useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => opportunityPage(ctx, id));
  const { areaId, organisationId, proposalId } = page.opportunity;
  const [trail, names, proposal, timeline, following] = await Promise.all([
    areaTrail(ctx, areaId),
    organisationNames(ctx, [organisationId]),
    linkedTitle(ctx, 'proposal', proposalId),
    historyOf(args, 'opportunity', id),
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

export async function action(args: ActionFunctionArgs) {
  const answer = await volunteeringAction(args);
  if (answer === null) throw data({ reason: null }, { status: 400 });
  return answer;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => matterTitle('opportunity', data?.opportunity);

export default function OpportunityPage() {
  const { opportunity, trail, shifts, organise, inService, mayCancel, timeline, following } =
    useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(volunteering);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader
        above={<AreaBreadcrumbs areas={trail} />}
        title={opportunity.title}
        actions={<FollowAndShare kind="opportunity" id={opportunity.id} following={following} />}
      />
      {opportunity.state === 'cancelled' && (
        <Notice kind="warning">{t('cancelled-because', { reason: opportunity.reason ?? '' })}</Notice>
      )}
      {organise.allowed && <DraftActions opportunity={opportunity} state={state} />}
      {!inService && <Notice kind="warning">{t('organiser-inactive')}</Notice>}
      <div className="columns">
        <Markdown html={opportunity.bodyHtml} />
        <Facts />
      </div>
      <Shifts state={state} />
      {(organise.allowed || shifts.some((shift) => shift.signUps.length > 0)) && (
        <OrganiseShifts
          shifts={organise.allowed ? shifts : shifts.filter((shift) => shift.signUps.length > 0)}
          published={organise.allowed && opportunity.state === 'published'}
          organises={organise.allowed}
          state={state}
        />
      )}
      {mayCancel && !organise.allowed && <CancelOpportunity state={state} />}
      <Section title={t('history')}>
        <EventTimeline {...timeline} />
      </Section>
    </>
  );
}

function Shifts({ state }: { state: FormState | undefined }) {
  const { opportunity, shifts } = useLoaderData<typeof loader>();
  const t = useText(volunteering);
  const viewer = useViewer();
  return (
    <Section title={t('shifts')}>
      {shifts.length === 0 && <p>{t('no-shifts')}</p>}
      <PublishedRules />
      <div className="stack">
        {byTime(shifts).map((shift) => (
          <ShiftCard
            key={shift.id}
            shift={shift}
            signedIn={viewer !== null}
            opportunity={opportunity}
            state={state}
          />
        ))}
      </div>
    </Section>
  );
}

/** Those to come first; what is over stands behind, the newest first. */
function byTime<Shift extends { startsAt: Date; begun: boolean }>(shifts: readonly Shift[]): Shift[] {
  return [...shifts.filter(({ begun }) => !begun), ...shifts.filter(({ begun }) => begun).reverse()];
}

function Facts() {
  const { opportunity, organisation, proposal, contact } = useLoaderData<typeof loader>();
  const t = useText(volunteering);
  const inARow = useNamesInARow();
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
        { label: t('dangerous'), value: opportunity.dangerous ? t('dangerous-yes') : '' },
        { label: t('insurance'), value: opportunity.insurance },
        {
          label: t('skills'),
          value: inARow(opportunity.skills.map((code) => t(`skill.${code}` as 'skill.care'))),
        },
        {
          label: t('contact'),
          value: contact ? [contact.name, contact.words].filter(Boolean).join(' · ') : t('contact-hidden'),
        },
        { label: t('requirements'), value: opportunity.requirements },
        {
          label: t('minimum-age'),
          value: opportunity.minimumAge > 0 ? t('age', { count: opportunity.minimumAge }) : '',
        },
      ]}
    />
  );
}
