import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { quotasTyped } from '../found-council.server';
import { inTransaction } from '../../in-transaction.server';
import {
  ensureVersion,
  holdCouncil,
  loadCouncil,
  readQuotas,
  tellOfCouncil,
  touchCouncil,
} from '../load-council.server';
import type { LoadedCouncil } from '../load-council.server';
import { mayChangeBounds, mayCheck, mayLearn } from '../policy';
import { answersIn, ensureSamePool, readPool, toDraw } from './pool.server';
import type { Pool } from './pool.server';
import { checkOf, readCheck } from './quota-check';
import { reckon } from './reckon.server';
import type { Quota } from '../rules/council';
import { changedQuotas, quotaLines, sameValues } from '../rules/parse-quotas';

const writtenAtOnce = 400;

/**
 * Keeps what the organiser is told of what volunteers stated, and of whom that was: the next check is apart from it by
 * enough others, or by nobody. Throws `conflict` where the pool is no longer that of which it was reckoned.
 */
export async function keepCheck(
  ctx: TransactionContext,
  council: LoadedCouncil,
  { check, pool }: { check: string; pool: Pool },
): Promise<void> {
  await ensureSamePool(ctx, council, pool);
  const { id: councilId } = council;
  if (council.state !== 'inviting') return touchCouncil(ctx, council, { check });
  const unknown = pool.people.filter(({ resides }) => !resides);
  await touchCouncil(ctx, council, { check, checkedPeople: pool.people.length - unknown.length });
  await ctx.prisma.councilCandidate.updateMany({
    where: { councilId, state: 'volunteered' },
    data: { checked: true },
  });
  for (let at = 0; at < unknown.length; at += writtenAtOnce)
    await ctx.prisma.councilCandidate.updateMany({
      where: { id: { in: unknown.slice(at, at + writtenAtOnce).map(({ candidateId }) => candidateId) } },
      data: { checked: false },
    });
}

/**
 * Checks the quotas against those who volunteered so far: whether there is a panel, who can never be drawn, and what would
 * help where there is none. With bounds that are typed and not saved, those: they are looked at before they hold.
 */
export async function checkQuotas(
  ctx: Context,
  councilId: string,
  { version, tried }: { version: number; tried?: string },
): Promise<void> {
  const shown = await loadCouncil(ctx, councilId);
  ensure(mayCheck(ctx.actor, shown));
  ensureVersion(shown, version);
  const quotas = tried === undefined ? readQuotas(shown.quotas) : boundsTyped(ctx, shown, tried);
  const pool = await readPool(ctx, shown);
  const { council: drawn } = toDraw({ ...shown, quotas: JSON.stringify(quotas) }, pool);
  if (drawn.people.length === 0) throw new DomainError('conflict', { reason: 'councils.nobody-volunteered' });
  if (shown.state === 'inviting') ensure(mayLearn(answersIn(shown, pool)));
  const answer = await reckon(shown.id, { council: drawn, lines: shown.panels });
  const check = checkOf(answer, {
    ...{ at: ctx.clock.now(), drawn, quotas, isFirst: shown.state === 'inviting' },
    ...(tried !== undefined && { tried: quotaLines(quotas) }),
  });
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensureVersion(council, version);
    await keepCheck(ctx, council, { check, pool });
  });
}

/** Other bounds of the same features and values. Throws `invalid` at `quotas`. */
function boundsTyped(ctx: ReadContext, council: LoadedCouncil, text: string): Quota[] {
  ensure(mayChangeBounds(ctx.actor, council));
  const typed = quotasTyped(text, council.seats);
  if (!sameValues(readQuotas(council.quotas), typed))
    throw new DomainError('invalid', { field: 'quotas', reason: 'councils.only-bounds' });
  return typed;
}

/** Accepts one of the changes that the last check found, for everyone to see what was and what is. */
export async function acceptRelaxation(
  ctx: Context,
  councilId: string,
  input: { version: number; choice: number },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const council = await holdCouncil(ctx, councilId);
    ensure(mayCheck(ctx.actor, council));
    ensureVersion(council, input.version);
    const check = readCheck(council.check);
    // Of bounds that were tried alone the changes are not those of the council.
    const answer = check?.tried === undefined ? check?.answer : undefined;
    const chosen = answer?.feasible === false ? answer.relaxations[input.choice] : undefined;
    if (!chosen) throw new DomainError('conflict', { reason: 'councils.check-is-old' });
    const before = readQuotas(council.quotas);
    const now = before.map((quota) => {
      const changes = chosen.changes.filter(
        ({ feature, value }) => feature === quota.feature && value === quota.value,
      );
      return changes.reduce(
        (one, { bound, change }) => ({ ...one, [bound]: Math.max(0, one[bound] + change) }),
        quota,
      );
    });
    await touchCouncil(ctx, council, { quotas: JSON.stringify(now), check: null });
    const publicData = changedQuotas(before, now);
    await tellOfCouncil(ctx, { council, type: 'council.quotas-changed', publicData });
  });
}
