import type { ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { lockRow } from '~/platform/db/lock-row';

const select = {
  id: true,
  title: true,
  areaId: true,
  organisationId: true,
  electorateKind: true,
  unit: true,
  state: true,
  opensAt: true,
  closesAt: true,
  closedAt: true,
  minimumAge: true,
  electorateSize: true,
  rollCorrections: true,
} as const;

/** The ballot as its roll needs it. Throws `not-found`. */
export async function ballotOfRoll(ctx: ReadContext, ballotId: string) {
  const ballot = await ctx.database.read.ballot.findUnique({ where: { id: ballotId }, select });
  if (!ballot) throw new DomainError('not-found');
  return ballot;
}
export type BallotOfRoll = Awaited<ReturnType<typeof ballotOfRoll>>;

/** The same, held until the transaction ends: freezing and every change of the roll hold the same row. */
export async function holdBallotOfRoll(ctx: TransactionContext, ballotId: string): Promise<BallotOfRoll> {
  await lockRow(ctx, 'Ballot', ballotId);
  return ballotOfRoll(ctx, ballotId);
}

/** The instant by which years of age are reckoned: the opening, or now where it is past. */
export function openingOf(ctx: ReadContext, { opensAt }: { opensAt: Date }) {
  const now = ctx.clock.now();
  return { at: opensAt > now ? opensAt : now, timeZone: ctx.configuration.timeZone };
}
