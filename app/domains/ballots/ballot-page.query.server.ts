import type { Actor } from '../actor';
import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { ballotKeyOf } from './ballot-key.server';
import type { BallotKey } from './ballot-key.server';
import { entrustedKeys } from './entrusting/entrusted-keys';
import { belongsToElectorate } from './casting/electorate';
import {
  mayAssistVoters,
  mayCancelBallot,
  mayChangeBallot,
  mayCreateSomeBallot,
  mayExtendBallot,
  mayRecordMeeting,
  mayVote,
} from './policy';
import type { CalledBallot } from './policy';
import type { Choice } from './rules/kinds';
import { decidedResult } from './rules/decided-result';
import { hasVotes } from './rules/has-votes';
import type { TallyOutcome } from './rules/tally';
import { readableOptions } from './readable-options.server';
import { hasRoll } from './roll/freeze-roll.server';
import { missingOnList } from './organising/missing-on-list.query.server';
import { readTerms } from './organising/terms';
import type { BallotTerms } from './organising/terms';
import { mayReadBallot } from './visibility';
import { picturesOfMany } from '../files/index.server';
import { confirmedFactsOf } from '../identity/index.server';
import { organisationsById } from '../organisations/index.server';
import { deny } from '~/lib/decision';
import type { Decision } from '~/lib/decision';
import { explain } from '~/i18n/reason-text';

/** How a paper of the ballot is to be read. Raw: asked before each vote. Throws `not-found`. */
export async function ballotKind(ctx: ReadContext, ballotId: string): Promise<string> {
  const [row] = await ctx.database.sql.all<{ kind: string }>('SELECT "kind" FROM "Ballot" WHERE "id" = ?', [
    ballotId,
  ]);
  if (!row) throw new DomainError('not-found');
  return row.kind;
}

/** The options' ids in their published order, for a choice that is to be kept. */
export async function ballotOptionIds(ctx: ReadContext, ballotId: string): Promise<string[]> {
  const options = await ctx.database.read.ballotOption.findMany({
    where: { ballotId },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  return options.map((option) => option.id);
}

/** The options as the reader may know them, each with the first picture of the proposal that it stands for. */
async function shownOptions<
  Given extends { label: string; proposalId: string | null; costFen: bigint | null },
>(ctx: ReadContext, options: readonly Given[]) {
  const readable = await readableOptions(ctx, options);
  const proposalIds = readable.flatMap(({ proposalId }) => proposalId ?? []);
  const pictures = proposalIds.length === 0 ? {} : await picturesOfMany(ctx, ['proposal'], proposalIds);
  return readable.map((option) => ({
    ...option,
    costFen: option.costFen === null ? null : Number(option.costFen),
    picture: pictures[`proposal:${option.proposalId}`]?.[0] ?? null,
  }));
}

/** Everything that the page of one ballot shows: its rules, who may vote and why not, the own vote, the result. */
export async function ballotPage(ctx: ReadContext, ballotId: string) {
  const row = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    include: { options: { orderBy: { position: 'asc' } } },
    omit: { createdBy: true },
  });
  if (!row || !mayReadBallot(row).allowed) throw new DomainError('not-found');
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const elector = personId
    ? await ctx.database.read.elector.findUnique({ where: { ballotId_personId: { ballotId, personId } } })
    : null;
  const { result, terms: termsText, ...shown } = row;
  const terms = readTerms(termsText);
  const ballot = {
    ...shown,
    // Not for the page.
    rules: undefined,
    ...{ sealedDrawSecret: undefined, sealedSecret: undefined, keyCheck: undefined },
    terms,
    options: await shownOptions(ctx, row.options),
  };
  const organisations = await electorateOrganisations(ctx, terms);
  const key = row.state === 'open' ? ballotKeyOf(ctx, row) : null;
  const may = await votingDecision(ctx, { ballot: row, terms, elector });
  const keyLost = may.allowed && key === null;
  return {
    ballot,
    organisations,
    outcome: result ? shownOutcome(result) : null,
    voting: explain(ctx.locale, keyLost ? deny('ballots.key-lost') : may),
    ...leadingDecisions(ctx, ballot),
    missing: await missingFor(ctx, row),
    waitsForRoll:
      row.electorateKind === 'roll' && row.state === 'scheduled' && !(await hasRoll(ctx, ballotId)),
    own: key && elector ? await ownPaper(ctx, { ballotId, key, elector }) : null,
  };
}

function shownOutcome(text: string) {
  const { result, ...outcome } = JSON.parse(text) as TallyOutcome;
  return { ...outcome, result: decidedResult(result), isBlank: result.papers > 0 && !hasVotes(result) };
}

/** Who on the list of a ballot that has not opened would have no vote, for those who lead it. */
function missingFor(ctx: ReadContext, ballot: CalledBallot & AskedBallot) {
  if (!mayChangeBallot(ctx.actor, ballot).allowed) return null;
  return missingOnList(ctx, ballot, { at: ballot.opensAt, timeZone: ctx.configuration.timeZone });
}

/** What those who lead a ballot, or stand at its counter, may do now. */
function leadingDecisions(
  ctx: ReadContext,
  ballot: CalledBallot & { state: string; standing: string; closesAt: Date },
) {
  return {
    copying: mayCreateSomeBallot(ctx.actor),
    changing: mayChangeBallot(ctx.actor, ballot),
    cancelling: mayCancelBallot(ctx.actor, ballot),
    extending: mayExtendBallot(ctx.actor, ballot, ctx.clock.now()),
    recording: mayRecordMeeting(ctx.actor, ballot),
    assisting: mayAssistVoters(ctx.actor, ballot),
  };
}

async function electorateOrganisations(ctx: ReadContext, terms: BallotTerms) {
  if (terms.organisationIds.length === 0) return [];
  const found = await organisationsById(ctx, terms.organisationIds);
  return [...found.values()].map(({ id, name }) => ({ id, name }));
}

interface AskedBallot {
  id: string;
  state: string;
  areaId: string;
  electorateKind: string;
  minimumAge: number;
  opensAt: Date;
  closesAt: Date;
}

interface Asked {
  ballot: AskedBallot;
  terms: BallotTerms;
  elector: { channel: string | null } | null;
}

/**
 * May the reader vote, and if not, why: for those outside the electorate the reason says what is missing,
 * before the opening too, while it can still be mended.
 */
async function votingDecision(ctx: ReadContext, { ballot, terms, elector }: Asked): Promise<Decision> {
  const now = ctx.clock.now();
  const decision = mayVote(ctx.actor, ballot, elector, now);
  if (decision.allowed || ctx.actor.kind !== 'person') return decision;
  const waiting = decision.reason === 'ballots.not-open-yet';
  const outside =
    decision.reason === 'ballots.not-in-electorate' || decision.reason === 'ballots.residence-not-verified';
  if (!waiting && !outside) return decision;
  const facts = await personFacts(ctx, ctx.actor, ballot.id);
  const opening = waiting ? ballot.opensAt : now;
  const belongs = belongsToElectorate(
    facts,
    { ...ballot, organisationIds: terms.organisationIds },
    { at: opening, timeZone: ctx.configuration.timeZone },
  );
  if (!belongs.allowed) return belongs;
  return { allowed: false, reason: waiting ? 'ballots.will-be-elector' : 'ballots.right-came-too-late' };
}

async function personFacts(ctx: ReadContext, actor: Extract<Actor, { kind: 'person' }>, ballotId: string) {
  const { birthYear, email } = await confirmedFactsOf(ctx, actor.personId);
  const onRoll = await ctx.database.read.rollLine.count({
    where: { ballotId, personId: actor.personId, struckAt: null },
  });
  const listed =
    email === null ? 0 : await ctx.database.read.listedElector.count({ where: { ballotId, email } });
  return {
    residenceAreaId: actor.residenceAreaId,
    birthYear,
    organisationIds: actor.memberships.map((membership) => membership.organisationId),
    listed: listed + onRoll > 0,
  };
}

interface Voter {
  personId: string;
  unitKey: string;
  voted: boolean;
}

/** The paper that this person cast: not that of another of the household. */
async function ownPaper(ctx: ReadContext, given: { ballotId: string; key: BallotKey; elector: Voter }) {
  const { ballotId, key, elector } = given;
  const paperKey = key.paperKey(elector.unitKey);
  const paper = await ctx.database.read.ballotPaper.findUnique({
    where: { ballotId_paperKey: { ballotId, paperKey } },
    select: { receipt: true, choice: true, casterKey: true },
  });
  if (!paper?.choice.startsWith('{')) return null;
  const { receipt, choice, casterKey } = paper;
  const own = casterKey === null ? elector.voted : casterKey === key.casterKey(elector.personId);
  const asked = { ballotId, key, personIds: [elector.personId] };
  const byOther = !own && casterKey !== null && (await entrustedKeys(ctx.database.sql, asked)).has(casterKey);
  return own || byOther ? { receipt, choice: JSON.parse(choice) as Choice, byOther } : null;
}
