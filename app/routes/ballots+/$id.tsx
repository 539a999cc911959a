import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AreaBreadcrumbs, LinkButton, Markdown, Notice, PageHeader, Section } from '~/components/ui';
import { BallotBadges } from '~/components/ballots/ballot-badges';
import { BallotResult, MissingOnList, OrganiserForms } from '~/components/ballots/ballot-parts';
import { BallotRules } from '~/components/ballots/ballot-rules';
import { FollowAndShare } from '~/components/across/follow-and-share';
import { History } from '~/components/across/history';
import { StatutoryRecord } from '~/components/ballots/statutory-record';
import { VoteForm } from '~/components/ballots/vote-form';
import { ballotKind, ballotOptionIds, ballotPage } from '~/domains/ballots/ballot-page.query.server';
import { cancelBallot } from '~/domains/ballots/organising/cancel-ballot.server';
import { castVote, ensureKeepable } from '~/domains/ballots/casting/cast-vote.server';
import { extendBallot } from '~/domains/ballots/organising/extend-ballot.server';
import { packChoice, unpackChoice } from '~/domains/ballots/casting/kept-choice';
import { choiceValues, readChoice } from '~/domains/ballots/casting/read-choice';
import { cancelBallotSchema, extendBallotSchema } from '~/domains/ballots/schema';
import { hangingOfKind } from '~/domains/insights/line-of-matter.query.server';
import { isFollowing } from '~/domains/notifications/index.server';
import { areaTrail } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pendingChoiceCookie, setCookies } from '~/http/guards/cookies.server';
import { flash, load, readForm, runAction, runForm } from '~/http/forms/forms.server';
import { historyOf } from '~/http/answers/history.server';
import { statutoryLines } from '~/http/answers/files/statutory-record.server';
import { matterTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { z } from 'zod';

const pendingSchema = z.object({ ballotId: z.string(), choice: z.unknown() });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const page = await load(args, () => ballotPage(ctx, id));
  const pending = pendingSchema.safeParse(args.context.pendingChoice);
  const kept =
    pending.success && pending.data.ballotId === id && ctx.actor.kind === 'person'
      ? unpackChoice(
          pending.data.choice,
          page.ballot.options.map((option) => option.id),
        )
      : null;
  const [meetings, trail, history, following] = await Promise.all([
    hangingOfKind(ctx, 'meeting', { kind: 'ballot', id }),
    areaTrail(ctx, page.ballot.areaId),
    historyOf(args, 'ballot', id),
    isFollowing(ctx, 'ballot', id),
  ]);
  const values = choiceValues(page.own?.choice ?? kept);
  const signedIn = ctx.actor.kind === 'person';
  const record = statutoryLines(ctx, page.ballot, page.recording.allowed);
  return data(
    {
      ...page,
      record,
      meetings,
      trail,
      history,
      following,
      values,
      kept: kept !== null && !page.own,
      signedIn,
    },
    { headers: { 'X-Cache-Topics': 'ballots,titles,meetings' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;

export async function action(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const form = await readForm(args.request);
  const t = textIn(ctx.locale, ballots);
  if (form.get('intent') === 'cancel') return cancel(args);
  if (form.get('intent') === 'extend') return extend(args);
  const cookie = pendingChoiceCookie(ctx.configuration);
  const blank = form.get('blank') === 'yes';
  if (ctx.actor.kind === 'visitor') {
    const choice = readChoice(await load(args, () => ballotKind(ctx, id)), form);
    const keep = async () => {
      await ensureKeepable(ctx, id, { choice, blank });
      const packed = packChoice(choice, await ballotOptionIds(ctx, id));
      const kept = await cookie.serialize({ ballotId: id, choice: packed });
      return redirect(`${paths.signIn}?next=${encodeURIComponent(paths.ballot(id))}`, {
        headers: setCookies(kept),
      });
    };
    return runAction(args, keep, form);
  }
  const vote = async () => {
    const { changed } = await castVote(ctx, id, { choice: (kind) => readChoice(kind, form), blank });
    const message = await flash(args, t(changed ? 'flash-changed' : 'flash-voted'));
    const waits = args.context.pendingChoice !== null;
    const forget = waits ? [await cookie.serialize('', { maxAge: 0 })] : [];
    return redirect(paths.ballot(id), { headers: setCookies(message, ...forget) });
  };
  return runAction(args, vote, form);
}

function cancel(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  return runForm(args, cancelBallotSchema, async ({ reason }) => {
    await cancelBallot(ctx, id, reason);
    const done = await flash(args, textIn(ctx.locale, ballots)('flash-cancelled'));
    return redirect(paths.ballot(id), { headers: { 'Set-Cookie': done } });
  });
}

function extend(args: ActionFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  return runForm(args, extendBallotSchema, async (input) => {
    await extendBallot(ctx, id, input);
    const done = await flash(args, textIn(ctx.locale, ballots)('flash-extended'));
    return redirect(paths.ballot(id), { headers: { 'Set-Cookie': done } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  matterTitle('ballot', page?.ballot, page?.ballot.question);

export default function BallotPage() {
  const page = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const { ballot } = page;
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const { copying, changing, cancelling, extending } = page;
  const mayOrganise = [copying, changing, cancelling, extending].some(({ allowed }) => allowed);
  return (
    <>
      <Head />
      {ballot.cancelledReason && (
        <Notice kind="warning">{t('cancelled-because', { reason: ballot.cancelledReason })}</Notice>
      )}
      <Markdown html={ballot.questionHtml} />
      <WhatItWaitsFor ballot={ballot} forRoll={page.waitsForRoll} />
      {page.outcome && (
        <BallotResult
          outcome={page.outcome}
          options={ballot.options}
          ballotId={ballot.id}
          recordDigest={ballot.recordDigest}
          rule={ballot}
        />
      )}
      {ballot.state !== 'closed' && <VoteForm page={page} {...(state ? { state } : {})} />}
      <StatutoryRecord record={page.record} />
      <BallotRules
        ballot={ballot}
        areaName={page.trail.at(-1)?.name ?? ''}
        organisations={page.organisations}
      />
      <History title={t('timeline')} meetings={page.meetings} {...page.history} />
      {page.missing && <MissingOnList missing={page.missing} />}
      {page.assisting.allowed && <StaffLinks ballot={ballot} />}
      {mayOrganise && <OrganiserForms page={page} {...(state ? { state } : {})} />}
    </>
  );
}

function Head() {
  const { ballot, trail, following } = useLoaderData<typeof loader>();
  const t = useText(ballots);
  return (
    <PageHeader
      above={<AreaBreadcrumbs areas={trail} />}
      title={ballot.title}
      badges={<BallotBadges state={ballot.state} standing={ballot.standing} />}
      actions={<FollowAndShare kind="ballot" id={ballot.id} following={following} />}
      lead={t(
        ballot.standing === 'consultation' ? 'standing.consultation-hint' : 'standing.statutory-record-hint',
      )}
    />
  );
}

interface Waiting {
  ballot: { state: string; paperVoting: boolean; terms: { imported: boolean } };
  forRoll: boolean;
}

function WhatItWaitsFor({ ballot, forRoll }: Waiting) {
  const t = useText(ballots);
  return (
    <>
      {ballot.terms.imported && <Notice>{t('imported-note')}</Notice>}
      {forRoll && <Notice kind="warning">{t('roll-waits')}</Notice>}
      {ballot.state === 'counting' && (
        <Notice kind="warning">{t(ballot.paperVoting ? 'counting-sheets' : 'counting-note')}</Notice>
      )}
    </>
  );
}

interface StaffedBallot {
  id: string;
  state: string;
  paperVoting: boolean;
  electorateKind: string;
}

function StaffLinks({ ballot }: { ballot: StaffedBallot }) {
  const t = useText(ballots);
  const sheets = ballot.paperVoting && ['open', 'counting'].includes(ballot.state);
  const isByRoll = ballot.electorateKind === 'roll';
  if (ballot.state !== 'open' && !sheets && !isByRoll) return null;
  return (
    <Section title={t('staff')}>
      <div className="form-actions">
        {ballot.state === 'open' && (
          <LinkButton variant="secondary" to={paths.ballotCounter(ballot.id)}>
            {t('counter-link')}
          </LinkButton>
        )}
        {isByRoll && (
          <LinkButton variant="secondary" to={paths.ballotRoll(ballot.id)}>
            {t('roll-link')}
          </LinkButton>
        )}
        {sheets && (
          <LinkButton variant="secondary" to={paths.ballotSheets(ballot.id)}>
            {t('sheets-link')}
          </LinkButton>
        )}
      </div>
    </Section>
  );
}
