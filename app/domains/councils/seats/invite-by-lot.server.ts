import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { residentIds, residentsAmong } from '../../identity/index.server';
import { inTransaction } from '../../in-transaction.server';
import { candidateLifecycle } from '../lifecycle';
import {
  ensureVersion,
  holdCouncil,
  loadCouncil,
  moveCouncil,
  tellByName,
  tellOfCouncil,
} from '../load-council.server';
import type { LoadedCouncil } from '../load-council.server';
import { mayInvite } from '../policy';
import { drawInvited, numberOf } from '../rules/invitation/invitation-lot';
import type { InvitationLot } from '../rules/invitation/invitation-lot';
import { mostInvited } from '../schema';
import type { InviteInput } from '../schema';
import { newId } from '~/platform/ids';
import { runInThread } from '~/platform/threads/run-in-thread.server';

/** Those who may be invited yet: residents of the area who have not been. */
async function residentsToInvite(ctx: ReadContext, { id, areaId }: LoadedCouncil): Promise<string[]> {
  const before = await ctx.database.read.councilCandidate.findMany({
    where: { councilId: id },
    select: { personId: true },
  });
  const invited = new Set(before.map(({ personId }) => personId));
  return (await residentIds(ctx, areaId)).filter((personId) => !invited.has(personId));
}

/** Throws `conflict` where somebody drawn has closed the account or moved away since the residents were read. */
async function ensureStillResidents(
  ctx: TransactionContext,
  { areaId }: LoadedCouncil,
  invited: readonly string[],
): Promise<void> {
  if ((await residentsAmong(ctx, areaId, invited)).size !== invited.length)
    throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

interface Round {
  council: LoadedCouncil;
  residents: readonly string[];
  lot: InvitationLot;
  secret: string;
}

const writtenAtOnce = 100;

async function writeRound(ctx: TransactionContext, round: Round, seed: string): Promise<void> {
  const { council, residents, lot, secret } = round;
  const now = ctx.clock.now();
  await ctx.prisma.councilRound.create({
    data: {
      ...{ councilId: council.id, number: council.rounds.length + 1, seed, at: now },
      ...{ residents: residents.length, invited: lot.invited.length, rollSha256: lot.rollSha256 },
    },
  });
  for (let at = 0; at < lot.invited.length; at += writtenAtOnce)
    await ctx.prisma.councilCandidate.createMany({
      data: lot.invited.slice(at, at + writtenAtOnce).map((personId) => ({
        ...{ id: newId(now), councilId: council.id, personId, number: numberOf(secret, personId) },
        ...{ state: candidateLifecycle.initial, invitedAt: now },
      })),
    });
}

async function tellRound(ctx: TransactionContext, { council, residents, lot }: Round, seed: string) {
  const invited = lot.invited.length;
  const publicData = { residents: residents.length, invited, seed };
  await tellOfCouncil(ctx, { council, type: 'council.invited-by-lot', publicData });
  const eventId = await tellOfCouncil(ctx, {
    ...{ council, type: 'council.invited' },
    publicData: { until: council.volunteersUntil },
  });
  await tellByName(ctx, eventId, lot.invited);
}

/**
 * Draws so many residents by lot and asks them whether they would sit: from the seed that is stated and the secret of the
 * council, whose SHA-256 is published. Nobody is invited twice. Throws `conflict` where there is nobody left.
 */
export async function inviteByLot(ctx: Context, councilId: string, input: InviteInput): Promise<void> {
  const shown = await loadCouncil(ctx, councilId);
  ensure(mayInvite(ctx.actor, shown, ctx.clock.now()));
  ensureVersion(shown, input.version);
  const residents = await residentsToInvite(ctx, shown);
  if (residents.length === 0)
    throw new DomainError('conflict', { field: 'count', reason: 'councils.nobody-to-invite' });
  if (shown.counts.invited + input.count > mostInvited)
    throw new DomainError('invalid', {
      field: 'count',
      reason: 'councils.too-many-invited',
      params: { most: mostInvited },
    });
  if (shown.sealedSecret === null) throw new DomainError('wrong-state', { reason: 'councils.over' });
  const secret = ctx.keys.open(shown.sealedSecret);
  const { seed, count } = input;
  const by = { secret, seed, count };
  const lot = await runInThread(
    'draw-council',
    () => ({ task: 'invite', residents, by }),
    () => drawInvited(residents, by),
  );
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayInvite(ctx.actor, council, ctx.clock.now()));
    ensureVersion(council, input.version);
    await ensureStillResidents(ctx, council, lot.invited);
    const event = council.state === 'draft' ? 'invite' : 'invite-more';
    await moveCouncil(ctx, { council, event, columns: { check: null } });
    const round = { council, residents, lot, secret };
    await writeRound(ctx, round, input.seed);
    await tellRound(ctx, round, input.seed);
  });
}
