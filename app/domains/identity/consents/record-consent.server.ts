import type { TransactionContext } from '../../context';
import { appendEvent } from '../../ledger/index.server';
import { identityEvents } from '../events';
import { purposes } from './purposes';
import type { Purpose } from './purposes';
import { newId } from '~/platform/ids';

interface Given {
  personId: string;
  purpose: Purpose;
  /** When it was given, where that was before now. */
  at?: Date;
}

const liveKeyOf = ({ personId, purpose }: Given) => `${personId}|${purpose}`;

const tellOfConsent = (
  ctx: TransactionContext,
  type: 'consent.given' | 'consent.withdrawn',
  { personId, purpose }: Given,
) =>
  appendEvent(ctx, identityEvents, {
    type,
    subjectKind: 'person',
    subjectId: personId,
    publicData: { title: '', purpose, version: purposes[purpose].version },
  });

async function end(ctx: TransactionContext, given: Given): Promise<boolean> {
  const { count } = await ctx.prisma.consent.updateMany({
    where: { liveKey: liveKeyOf(given) },
    data: { withdrawnAt: ctx.clock.now(), liveKey: null },
  });
  return count > 0;
}

/** Writes down that a person consents, in the present version of the words. What holds already is not written again. */
export async function recordConsent(ctx: TransactionContext, given: Given): Promise<void> {
  const liveKey = liveKeyOf(given);
  const { version } = purposes[given.purpose];
  const live = await ctx.prisma.consent.findUnique({ where: { liveKey } });
  if (live?.version === version) return;
  await end(ctx, given);
  const { personId, purpose, at = ctx.clock.now() } = given;
  await ctx.prisma.consent.create({
    data: { id: newId(ctx.clock.now()), personId, purpose, version, givenAt: at, liveKey },
  });
  await tellOfConsent(ctx, 'consent.given', given);
}

/** Writes down that a person consents no longer; what follows from that is the business of who calls. */
export async function recordWithdrawal(ctx: TransactionContext, given: Given): Promise<void> {
  if (await end(ctx, given)) await tellOfConsent(ctx, 'consent.withdrawn', given);
}
