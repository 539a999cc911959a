import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnce } from '../../do-once.server';
import { DomainError, ensure } from '../../domain-error';
import { personByEmail, recordConsent } from '../../identity/index.server';
import { personOf } from '../../person-of';
import { areaTrail, ensureArea } from '../../territory/index.server';
import { inTransaction } from '../../in-transaction.server';
import { careNeedLifecycle, liveStates } from '../lifecycle';
import { holdNeed, moveNeed, staffOf, tellWithoutName } from '../load-need.server';
import { mayAgree, mayCorrect, mayState } from '../policy';
import { mostOwnNeeds } from '../schema';
import type { CorrectInput, StateInput } from '../schema';
import { careNeedFields } from '../need-fields';
import { openNeed, sealNeed } from '../sealed.server';
import { ensureAsShown } from '../../shown-fields.server';
import { significantDigits } from '~/lib/geo/division-code';
import { endOfDay } from '~/lib/time/days';
import { newId } from '~/platform/ids';
import { lockRow } from '~/platform/db/lock-row';

/** Throws `invalid` at the area: it is no community or grid, or nobody there would answer. */
async function ensureLookedAfter(
  ctx: ReadContext,
  { areaId, concerned }: { areaId: string; concerned: readonly (string | null)[] },
): Promise<void> {
  const field = 'areaId';
  const known = (await areaTrail(ctx, areaId)).some(({ id }) => id === areaId);
  if (!known || areaId.length < significantDigits.community)
    throw new DomainError('invalid', { field, reason: 'identity.choose-community' });
  // Nobody looks after an entry of their own: another one of the staff has to be there.
  if ((await staffOf(ctx, areaId)).every((personId) => concerned.includes(personId)))
    throw new DomainError('invalid', { field, reason: 'care.no-staff-here' });
}

/** The last instant of an entry. Throws `invalid` where its day has gone by. */
function untilOf(ctx: ReadContext, day: string | undefined): Date | null {
  if (day === undefined) return null;
  const until = endOfDay(day, ctx.configuration.timeZone);
  if (until === null || until <= ctx.clock.now())
    throw new DomainError('invalid', { field: 'until', reason: 'care.in-the-past' });
  return until;
}

function wordsOf(input: Omit<CorrectInput, 'revision'>) {
  const { called, kinds, words, place, phone, emergencyName, emergencyPhone = '' } = input;
  return { called, kinds, words, place, phone, emergencyName, emergencyPhone };
}

async function ensureNotTooMany(ctx: TransactionContext, personId: string): Promise<void> {
  await lockRow(ctx, 'Person', personId);
  const live = await ctx.prisma.careNeed.count({
    where: { statedBy: personId, state: { in: [...liveStates] } },
  });
  if (live >= mostOwnNeeds)
    throw new DomainError('conflict', { reason: 'care.too-many', params: { most: mostOwnNeeds } });
}

/** Whose need it is: the actor's own, that of an account that is asked first, or of somebody without one. */
async function personFor(ctx: ReadContext, { entitlement, personEmail }: StateInput): Promise<string | null> {
  if (entitlement === 'self') return personOf(ctx);
  if (entitlement !== 'agreed' || personEmail === undefined) return null;
  const personId = await personByEmail(ctx, personEmail);
  return personId === personOf(ctx) ? null : personId;
}

/**
 * States a need, the own one or that of somebody for whom the actor may speak; answers its id. The form says what it is
 * for and asks a consent of its own. Where the other has an account, nothing is shown to the staff before they agreed.
 */
export async function stateNeed(ctx: Context, input: StateInput): Promise<string> {
  ensure(mayState(ctx.actor));
  const statedBy = personOf(ctx);
  const until = untilOf(ctx, input.until);
  const concerned = [statedBy, await personFor(ctx, input)];
  await ensureLookedAfter(ctx, { areaId: input.areaId, concerned });
  return doOnce(ctx, 'care.state', async (ctx) => {
    await ensureArea(ctx, input.areaId);
    await ensureNotTooMany(ctx, statedBy);
    const personId = await personFor(ctx, input);
    const asks = personId !== null && personId !== statedBy;
    const { areaId, entitlement, urgent, rhythmDays } = input;
    const id = newId(ctx.clock.now());
    const data = { id, areaId, entitlement, urgent, rhythmDays, until, personId, statedBy };
    const sealed = { sealedWords: sealNeed(ctx, wordsOf(input)), createdAt: ctx.clock.now() };
    await recordConsent(ctx, { personId: statedBy, purpose: 'care' });
    const told = { kind: 'care-need', id, areaId } as const;
    if (asks) {
      await ctx.prisma.careNeed.create({ data: { ...data, ...sealed, state: 'asked' } });
      await tellWithoutName(ctx, { ...told, type: 'care-need.asked', to: [personId] });
    } else {
      await ctx.prisma.careNeed.create({ data: { ...data, ...sealed, state: careNeedLifecycle.initial } });
      await tellWithoutName(ctx, { ...told, type: 'care-need.stated' });
    }
    return id;
  });
}

/** The person agrees that somebody else stated it for them; it is a consent of their own. */
export async function agreeToNeed(ctx: Context, id: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    const need = await holdNeed(ctx, id);
    ensure(mayAgree(ctx.actor, need));
    await moveNeed(ctx, { need, event: 'agree' });
    await recordConsent(ctx, { personId, purpose: 'care' });
    const { areaId, statedBy } = need;
    await tellWithoutName(ctx, { type: 'care-need.agreed', kind: 'care-need', id, areaId, to: [statedBy] });
  });
}

/** Those concerned put right what is said in an entry. */
export async function correctNeed(ctx: Context, id: string, input: CorrectInput): Promise<void> {
  const until = untilOf(ctx, input.until);
  await inTransaction(ctx, async (ctx) => {
    const need = await holdNeed(ctx, id);
    ensure(mayCorrect(ctx.actor, need));
    const words = openNeed(ctx, need.sealedWords);
    if (!words) throw new DomainError('conflict', { reason: 'care.over' });
    ensureAsShown(input.revision, careNeedFields({ ...need, words }, ctx.configuration.timeZone));
    const { urgent, rhythmDays } = input;
    await ctx.prisma.careNeed.update({
      where: { id },
      data: { urgent, rhythmDays, until, sealedWords: sealNeed(ctx, wordsOf(input)) },
    });
    const type = 'care-need.corrected';
    await tellWithoutName(ctx, { type, kind: 'care-need', id, areaId: need.areaId });
  });
}
