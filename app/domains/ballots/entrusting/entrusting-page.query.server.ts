import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import { displayNames } from '../../identity/index.server';
import { ballotPage } from '../ballot-page.query.server';
import { ballotKeyOf } from '../ballot-key.server';
import type { BallotKey } from '../ballot-key.server';
import type { Choice } from '../rules/kinds';
import { isOpenForVotes } from '../policy';
import { readTerms } from '../organising/terms';
import { mayReadBallot } from '../visibility';
import { mayEntrust, mayTakeOn } from './policy';
import { casterFor } from './rules';
import { explain } from '~/i18n/reason-text';

const keyColumns = { id: true, state: true, keyCheck: true, sealedSecret: true } as const;

export interface TakenOn {
  id: string;
  fromName: string;
  /** What was cast for them here, while the ballot is open. */
  own: { receipt: string; choice: Choice } | null;
}

/** The own entrusting in a ballot, and the votes that the reader has taken on. Throws `not-found`, `signed-out`. */
export async function entrustingPage(ctx: ReadContext, ballotId: string) {
  const page = await ballotPage(ctx, ballotId);
  const { ballot } = page;
  const now = ctx.clock.now();
  const most = ballot.terms.entrusted;
  const may = mayEntrust(ctx.actor, { ...ballot, most }, now);
  if (!may.allowed && most === 0) throw new DomainError('not-found');
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const current = await ctx.database.read.entrustedVote.findFirst({
    where: { ballotId, fromPersonId: personId, currentKey: { not: null } },
    select: { id: true, state: true, code: true, toPersonId: true },
  });
  const taken = await ctx.database.read.entrustedVote.findMany({
    where: { ballotId, toPersonId: personId, state: 'accepted' },
    orderBy: { id: 'asc' },
    select: { id: true, fromPersonId: true },
  });
  const row = await ctx.database.read.ballot.findUniqueOrThrow({
    where: { id: ballotId },
    select: keyColumns,
  });
  const key = row.state === 'open' ? ballotKeyOf(ctx, row) : null;
  const names = await displayNames(ctx, [current?.toPersonId ?? '', ...taken.map((one) => one.fromPersonId)]);
  return {
    ballot,
    most,
    entrusting: explain(ctx.locale, may),
    open: explain(ctx.locale, isOpenForVotes(ballot, now)),
    current: current && {
      ...{ id: current.id, state: current.state, code: current.code },
      toName: names[current.toPersonId ?? ''] ?? null,
    },
    taken: await Promise.all(
      taken.map(async ({ id, fromPersonId }): Promise<TakenOn> => {
        const own = key && (await castHere(ctx, { ballotId, key, fromPersonId, personId }));
        return { id, fromName: names[fromPersonId] ?? '', own };
      }),
    ),
  };
}

/** What somebody is asked to take on by a link. Throws `not-found` where the link leads nowhere. */
export async function offerByLink(ctx: ReadContext, code: string) {
  const offered = await ctx.database.read.entrustedVote.findUnique({
    where: { code },
    include: { ballot: true },
  });
  if (offered?.state !== 'offered' || !mayReadBallot(offered.ballot).allowed)
    throw new DomainError('not-found');
  const { ballot, fromPersonId } = offered;
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const held = await ctx.database.read.entrustedVote.count({
    where: { ballotId: ballot.id, toPersonId: personId, state: 'accepted' },
  });
  const facts = { ...ballot, most: readTerms(ballot.terms).entrusted, fromPersonId, held };
  return {
    ballot: { id: ballot.id, title: ballot.title, closesAt: ballot.closesAt },
    fromName: (await displayNames(ctx, [fromPersonId]))[fromPersonId] ?? '',
    may: explain(ctx.locale, mayTakeOn(ctx.actor, facts, ctx.clock.now())),
  };
}

interface CastHere {
  ballotId: string;
  key: BallotKey;
  fromPersonId: string;
  personId: string;
}

async function castHere(ctx: ReadContext, { ballotId, key, fromPersonId, personId }: CastHere) {
  const elector = await ctx.database.read.elector.findUnique({
    where: { ballotId_personId: { ballotId, personId: fromPersonId } },
    select: { unitKey: true },
  });
  if (!elector) return null;
  const paper = await ctx.database.read.ballotPaper.findUnique({
    where: { ballotId_paperKey: { ballotId, paperKey: key.paperKey(elector.unitKey) } },
    select: { receipt: true, choice: true, casterKey: true },
  });
  if (paper?.casterKey !== key.casterKey(casterFor(fromPersonId, personId))) return null;
  return { receipt: paper.receipt, choice: JSON.parse(paper.choice) as Choice };
}
