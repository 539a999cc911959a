import type { Actor } from '../actor';
import type { Context } from '../context';
import { DomainError } from '../domain-error';
import { belongsToElectorate } from './electorate';
import { mayAssistVoters, mayCancelBallot, mayExtendBallot, mayVote } from './policy';
import type { Choice } from './rules/kinds';
import type { TallyOutcome } from './rules/tally';
import { readTerms } from './terms';
import type { BallotTerms } from './terms';
import type { Decision } from '~/lib/decision';
import { explain } from '~/i18n/reason-text';
import { keyedHash } from '~/platform/crypto/keyed-hash.server';
import { openSealed } from '~/platform/crypto/seal.server';

/** How a paper of the ballot is to be read. Raw: asked before each vote. Throws `not-found`. */
export async function ballotKind(ctx: Context, ballotId: string): Promise<string> {
  const [row] = await ctx.database.sql.all<{ kind: string }>('SELECT "kind" FROM "Ballot" WHERE "id" = ?', [
    ballotId,
  ]);
  if (!row) throw new DomainError('not-found');
  return row.kind;
}

/** The options' ids in their published order, for a choice that is to be kept. */
export async function ballotOptionIds(ctx: Context, ballotId: string): Promise<string[]> {
  const options = await ctx.database.read.ballotOption.findMany({
    where: { ballotId },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  return options.map((option) => option.id);
}

/** Everything that the page of one ballot shows: its rules, who may vote and why not, the own vote, the result. */
export async function ballotPage(ctx: Context, ballotId: string) {
  const row = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    include: { options: { orderBy: { position: 'asc' } } },
  });
  if (!row) throw new DomainError('not-found');
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const elector = personId
    ? await ctx.database.read.elector.findUnique({ where: { ballotId_personId: { ballotId, personId } } })
    : null;
  const { sealedSecret, result, terms: termsText, ...shown } = row;
  const terms = readTerms(termsText);
  const ballot = {
    ...shown,
    // Not for the page.
    rules: undefined,
    sealedDrawSecret: undefined,
    terms,
    options: row.options.map((option) => ({
      ...option,
      costFen: option.costFen === null ? null : Number(option.costFen),
    })),
  };
  const organisations = await electorateOrganisations(ctx, terms);
  return {
    ballot,
    organisations,
    outcome: result ? (JSON.parse(result) as TallyOutcome) : null,
    voting: explain(ctx.locale, await votingDecision(ctx, { ballot: row, terms, elector })),
    cancelling: mayCancelBallot(ctx.actor, ballot),
    extending: mayExtendBallot(ctx.actor, ballot, ctx.clock.now()),
    assisting: mayAssistVoters(ctx.actor, ballot),
    votedAt: elector?.votedAt ?? null,
    own:
      elector?.votedAt && sealedSecret ? await ownPaper(ctx, ballotId, sealedSecret, elector.unitKey) : null,
  };
}

async function electorateOrganisations(ctx: Context, terms: BallotTerms) {
  if (terms.organisationIds.length === 0) return [];
  return ctx.database.read.organisation.findMany({
    where: { id: { in: terms.organisationIds } },
    select: { id: true, name: true },
  });
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
async function votingDecision(ctx: Context, { ballot, terms, elector }: Asked): Promise<Decision> {
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

async function personFacts(ctx: Context, actor: Extract<Actor, { kind: 'person' }>, ballotId: string) {
  const person = await ctx.database.read.person.findUnique({
    where: { id: actor.personId },
    select: { birthYear: true, email: true, emailConfirmedAt: true },
  });
  const listed = person?.emailConfirmedAt
    ? await ctx.database.read.listedElector.count({
        where: { ballotId, email: person.email.toLowerCase() },
      })
    : 0;
  return {
    residenceAreaId: actor.residenceAreaId,
    birthYear: person?.birthYear ?? null,
    organisationIds: actor.memberships.map((membership) => membership.organisationId),
    listed: listed > 0,
  };
}

async function ownPaper(ctx: Context, ballotId: string, sealedSecret: string, unitKey: string) {
  const paperKey = keyedHash(openSealed(ctx.configuration.dataKey, sealedSecret), unitKey);
  const paper = await ctx.database.read.ballotPaper.findUnique({
    where: { ballotId_paperKey: { ballotId, paperKey } },
    select: { receipt: true, choice: true },
  });
  if (!paper?.choice.startsWith('{')) return null;
  return { receipt: paper.receipt, choice: JSON.parse(paper.choice) as Choice };
}
