import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button, Form, LinkButton, PageHeader, Section, StatGrid, Time } from '~/components/ui';
import { ownPoints } from '~/domains/volunteering/points/own-points.query.server';
import { showLevel, showsLevel } from '~/domains/volunteering/points/show-level.server';
import { mayWatchHours } from '~/domains/volunteering/policy';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import {
  levelPoints,
  mostHoursOfConfirmer,
  mostHoursOfDay,
  mostHoursOfMutual,
  pointsPerHour,
} from '~/domains/volunteering/rules/points';
import { OwnRewards } from '~/components/volunteering/own-rewards';
import { ownRewards } from '~/domains/volunteering/rewards/reward.query.server';
import { giveBackReward } from '~/domains/volunteering/rewards/take-reward.server';
import { claimSchema } from '~/domains/volunteering/rewards/schema';
import { ownThanks } from '~/domains/volunteering/thanks/thanks.query.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { withCodePictures } from '~/http/answers/reward-codes.server';
import { requirePerson } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { volunteerPoints } from '~/i18n/volunteer-points';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  return {
    own: await ownPoints(ctx),
    rewards: withCodePictures(ctx, await ownRewards(ctx)),
    thanks: await ownThanks(ctx),
    shows: await showsLevel(ctx, ctx.actor.personId),
    watches: mayWatchHours(ctx.actor).allowed,
    title: textIn(ctx.locale, volunteerPoints)('title'),
  };
}

const levelSchema = z.object({ shows: z.enum(['yes', 'no']) });

/** What stands here can be given back here; whether the level is seen by others is turned on and off. */
export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  if ((await readForm(args.request)).get('intent') === 'show-level')
    return runForm(args, levelSchema, async ({ shows }) => {
      await showLevel(ctx, shows === 'yes');
      const message = textIn(ctx.locale, volunteerPoints)(shows === 'yes' ? 'flash-shown' : 'flash-hidden');
      return redirect(paths.volunteerPoints, { headers: { 'Set-Cookie': await flash(args, message) } });
    });
  return runForm(args, claimSchema, async ({ claimId }) => {
    await giveBackReward(ctx, claimId);
    const message = textIn(ctx.locale, volunteerRewards)('flash-returned');
    return redirect(paths.volunteerPoints, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** The own points with the rule by which they came: nobody else sees them. */
export default function OwnPoints() {
  const { own, watches } = useLoaderData<typeof loader>();
  const { points, level, nextAt, counted, balance } = own;
  const t = useText(volunteerPoints);
  const w = useText(volunteerRewards);
  const next = nextAt === null ? t('highest') : t('next', { left: nextAt - points, level: level + 1 });
  return (
    <div className="stack">
      <PageHeader title={t('title')} lead={t('lead')} />
      <StatGrid
        stats={[
          { key: 'points', label: t('points'), value: points },
          {
            key: 'level',
            label: t('level'),
            value: level === 0 ? t('level-none') : t('level-value', { level }),
            detail: next,
          },
          { key: 'free', label: w('balance-title'), value: balance.free },
          { key: 'counted', label: t('counted'), value: t('hours', { hours: hoursOf(counted) }) },
        ]}
      />
      <ShownLevel />
      <Spent />
      <Thanks />
      <Withheld />
      <Rule />
      {watches && (
        <p>
          <Link to={paths.strikingHours}>{t('striking-title')}</Link>
        </p>
      )}
    </div>
  );
}

/** Off unless turned on: who organises a shift then sees the level beside the name. */
function ShownLevel() {
  const { shows } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(volunteerPoints);
  return (
    <Section title={t('show-title')}>
      <p>{t(shows ? 'show-on' : 'show-off')}</p>
      <Form intent="show-level" hidden={{ shows: shows ? 'no' : 'yes' }} state={outcome?.form}>
        <Button variant="secondary" size="small">
          {t(shows ? 'show-turn-off' : 'show-turn-on')}
        </Button>
      </Form>
    </Section>
  );
}

/** What was taken for points, and where more is. */
function Spent() {
  const { rewards } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const w = useText(volunteerRewards);
  return (
    <Section title={w('mine')}>
      {rewards.length === 0 && <p>{w('mine-none')}</p>}
      <OwnRewards rows={rewards} state={outcome?.form} />
      <LinkButton to={paths.rewards}>{w('title')}</LinkButton>
    </Section>
  );
}

function Thanks() {
  const { thanks } = useLoaderData<typeof loader>();
  const w = useText(volunteerRewards);
  if (thanks.length === 0) return null;
  return (
    <Section title={w('received-title')}>
      <ul className="cards">
        {thanks.map(({ id, words, name, shift }) => (
          <li key={id} className="card">
            <p className="pre-line">{words}</p>
            <div className="card-meta">
              <span>{name ?? w('somebody')}</span>
              <Link to={paths.opportunity(shift.opportunity.id)}>{shift.opportunity.title}</Link>
              <Time value={shift.startsAt} format="date" />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Withheld() {
  const { own, day, confirmer } = useLoaderData<typeof loader>().own.withheld;
  const t = useText(volunteerPoints);
  if (own + day + confirmer === 0) return null;
  return (
    <Section title={t('withheld-title')}>
      <ul>
        {own > 0 && <li>{t('withheld-own', { hours: hoursOf(own) })}</li>}
        {day > 0 && <li>{t('withheld-day', { hours: hoursOf(day), most: mostHoursOfDay })}</li>}
        {confirmer > 0 && <li>{t('withheld-confirmer', { hours: hoursOf(confirmer) })}</li>}
      </ul>
      <p>{t('withheld-hint')}</p>
    </Section>
  );
}

function Rule() {
  const t = useText(volunteerPoints);
  return (
    <>
      <Section title={t('rule-title')}>
        <ul>
          <li>{t('rule-hour', { points: pointsPerHour })}</li>
          <li>{t('rule-own')}</li>
          <li>{t('rule-day', { hours: mostHoursOfDay })}</li>
          <li>{t('rule-confirmer', { hours: mostHoursOfConfirmer })}</li>
          <li>{t('rule-mutual', { hours: mostHoursOfMutual })}</li>
          <li>{t('rule-change')}</li>
          <li>{t('rule-watched')}</li>
        </ul>
      </Section>
      <Section title={t('levels-title')}>
        <ol>
          {levelPoints.map((from) => (
            <li key={from}>{t('level-from', { from })}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}
