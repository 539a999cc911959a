import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import {
  Card,
  CardList,
  EmptyState,
  Notice,
  PageHeader,
  Section,
  StatGrid,
  StatusBadge,
  Time,
  TimeSpan,
} from '~/components/ui';
import { DeskActions } from '~/components/volunteering/desk-actions';
import { DeskOfOffers, DeskOfPromises } from '~/components/volunteering/desk-of-offers';
import { SeasonFigures } from '~/components/volunteering/season-figures';
import { DeskSection } from '~/components/across/waiting-for-us';
import { organisationDeskRows } from '~/domains/insights/organisation-desk.query.server';
import { ownPromises } from '~/domains/agreements/living/own-promises.query.server';
import { offeredByUs } from '~/domains/volunteering/rewards/offered-by-us.query.server';
import { deskPage, organisedBy } from '~/domains/volunteering/desk/desk.query.server';
import { seasonFigures } from '~/domains/volunteering/desk/season-figures.query.server';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { organisationDesk } from '~/i18n/organisation-desk';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { volunteering } from '~/i18n/volunteering';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const title = textIn(ctx.locale, volunteerDesk)('title');
  const [desk, offers, promises, waiting, season] = await Promise.all([
    deskPage(ctx),
    offeredByUs(ctx),
    ownPromises(ctx),
    organisationDeskRows(ctx),
    seasonFigures(ctx),
  ]);
  const organises = organisedBy(ctx.actor).length;
  return { ...desk, offers, promises, waiting, season, organises, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const deskParts = ['signing', 'drafts', 'living', 'decisions', 'letters'] as const;

/** What waits for an organisation: of its agreements, its letters, and its work with volunteers. */
export default function Desk() {
  const { organises, offers, promises, waiting, season } = useLoaderData<typeof loader>();
  const d = useText(volunteerDesk);
  // What presses stands among what waits; here is the rest of what was promised.
  const laterPromises = promises.filter(({ id }) => !waiting.living.some((row) => row.id === id));
  if (organises === 0)
    return (
      <>
        <PageHeader title={d('title')} />
        <Notice kind="info">{d('none')}</Notice>
      </>
    );
  return (
    <>
      <PageHeader title={d('title')} lead={d('lead')} />
      <WaitingNow />
      <div className="stack">
        <Figures />
        <DeskActions />
      </div>
      <DeskOfPromises promises={laterPromises} />
      <DeskOfOffers {...offers} />
      <Coming />
      <Drafts />
      <SeasonFigures season={season} />
    </>
  );
}

/** What somebody waits for, before all else; what nobody waits for has no place of its own. */
function WaitingNow() {
  const { organises, waiting, toConfirm, objections, thanks } = useLoaderData<typeof loader>();
  const o = useText(organisationDesk);
  const parts = deskParts.filter((part) => waiting[part].length > 0);
  if (parts.length + toConfirm.length + objections.length + thanks.length === 0)
    return <EmptyState title={o('nothing-waits')}>{o('nothing-waits-lead')}</EmptyState>;
  return (
    <>
      {parts.map((part) => (
        <DeskSection key={part} part={part} rows={waiting[part]} severalOrganisations={organises > 1} />
      ))}
      <Objections />
      <ToConfirm />
      <ThanksToPassOn />
    </>
  );
}

function Figures() {
  const { counts, waiting } = useLoaderData<typeof loader>();
  const d = useText(volunteerDesk);
  const o = useText(organisationDesk);
  const led = (count: number, to: string) => ({ value: String(count), ...(count > 0 ? { to } : {}) });
  return (
    <StatGrid
      stats={[
        ...deskParts.map((part) => ({ key: part, label: o(part), ...led(waiting[part].length, `#${part}`) })),
        { key: 'objections', label: d('objections'), ...led(counts.objections, '#objections') },
        { key: 'hours', label: d('to-confirm'), ...led(counts.toConfirm, '#to-confirm') },
        { key: 'sign-ups', label: d('sign-ups-today'), value: String(counts.signUpsToday) },
      ]}
    />
  );
}

/** Says so where a list shows only its beginning. */
function OldestOf({ shown, all }: { shown: number; all: number }) {
  const d = useText(volunteerDesk);
  return shown < all ? <p>{d('oldest-of', { shown, all })}</p> : null;
}

function ToConfirm() {
  const { toConfirm, counts } = useLoaderData<typeof loader>();
  const d = useText(volunteerDesk);
  if (toConfirm.length === 0) return null;
  return (
    <Section title={d('to-confirm')} id="to-confirm">
      <OldestOf shown={toConfirm.length} all={counts.shiftsToConfirm} />
      <CardList label={d('to-confirm')}>
        {toConfirm.map((shift) => (
          <Card
            key={shift.id}
            headingLevel={3}
            title={shift.opportunity.title}
            to={paths.shiftRoster(shift.id)}
            badges={
              <>
                <StatusBadge tone="warning">{d('to-confirm-row', { count: shift.open })}</StatusBadge>
                {shift.overdue && <StatusBadge tone="danger">{d('overdue')}</StatusBadge>}
              </>
            }
            meta={
              <>
                <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
                <span>
                  {d('due')}
                  <Time value={shift.dueAt} />
                </span>
                {shift.own && <span>{d('own-hours')}</span>}
              </>
            }
          />
        ))}
      </CardList>
    </Section>
  );
}

function Objections() {
  const { objections, counts } = useLoaderData<typeof loader>();
  const d = useText(volunteerDesk);
  if (objections.length === 0) return null;
  return (
    <Section title={d('objections')} id="objections">
      <OldestOf shown={objections.length} all={counts.objections} />
      <CardList label={d('objections')}>
        {objections.map((row) => (
          <Card
            key={row.id}
            headingLevel={3}
            title={`${row.name} · ${row.shift.opportunity.title}`}
            to={paths.shiftRoster(row.shift.id)}
            meta={<TimeSpan startsAt={row.shift.startsAt} endsAt={row.shift.endsAt} />}
          >
            <p>{d('objection', { words: row.objection ?? '' })}</p>
            {row.own && <p>{d('own-objection')}</p>}
          </Card>
        ))}
      </CardList>
    </Section>
  );
}

function ThanksToPassOn() {
  const { thanks } = useLoaderData<typeof loader>();
  const w = useText(volunteerRewards);
  if (thanks.length === 0) return null;
  return (
    <Section title={w('desk-title')}>
      <CardList label={w('desk-title')}>
        {thanks.map((shift) => (
          <Card
            key={shift.id}
            headingLevel={3}
            title={shift.opportunity.title}
            to={paths.shiftThanks(shift.id)}
            meta={<TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />}
          />
        ))}
      </CardList>
    </Section>
  );
}

function Coming() {
  const { coming } = useLoaderData<typeof loader>();
  const d = useText(volunteerDesk);
  return (
    <Section title={d('coming')}>
      {coming.length === 0 && <p>{d('coming-none')}</p>}
      <CardList label={d('coming')}>
        {coming.map((shift) => (
          <Card
            key={shift.id}
            headingLevel={3}
            title={shift.opportunity.title}
            to={paths.shiftRoster(shift.id)}
            meta={
              <>
                <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
                <span>{d('taken', { taken: shift.taken, capacity: shift.capacity })}</span>
                {shift.waiting > 0 && <span>{d('waiting', { count: shift.waiting })}</span>}
              </>
            }
          />
        ))}
      </CardList>
    </Section>
  );
}

function Drafts() {
  const { drafts } = useLoaderData<typeof loader>();
  const d = useText(volunteerDesk);
  const t = useText(volunteering);
  return (
    <Section title={d('drafts')}>
      {drafts.length === 0 && <p>{d('drafts-none')}</p>}
      <ul>
        {drafts.map(({ id, title, state }) => (
          <li key={id}>
            <Link to={paths.opportunity(id)}>{title}</Link>{' '}
            <StatusBadge>{t(state === 'draft' ? 'draft' : 'template')}</StatusBadge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
