import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { setMails } from './own-purposes.server';
import { purposeNames, purposes } from './purposes';
import type { Purpose } from './purposes';
import { recordConsent, recordWithdrawal } from './record-consent.server';
import { lockRow } from '~/platform/db/lock-row';

/** Consents to mails. Consent to the checking of the residence is given by the form that asks for it. */
export async function consentToMails(ctx: Context): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    await setMails(ctx, personId, { from: ['none'], to: 'immediate' });
    await recordConsent(ctx, { personId, purpose: 'mails' });
  });
}

/** Takes a consent back: the portal stops doing what it was given for, and forgets what it kept for it alone. */
export async function withdrawConsent(ctx: Context, purpose: Purpose): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    await recordWithdrawal(ctx, { personId, purpose });
    await ctx.subjects.consents.get(purpose)?.end(ctx, personId);
  });
}

export interface ConsentOf {
  purpose: Purpose;
  /** The portal does it now, by a consent or since before it asked for one. */
  isOn: boolean;
  version: number;
  /** Given and taken back, the newest first. */
  history: { givenAt: Date; withdrawnAt: Date | null; version: number }[];
}

/** Each purpose, whether it holds for the actor, and since when it did. */
export async function ownConsents(ctx: ReadContext): Promise<ConsentOf[]> {
  const personId = personOf(ctx);
  const rows = await ctx.database.read.consent.findMany({
    where: { personId },
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
    select: { purpose: true, givenAt: true, withdrawnAt: true, version: true },
  });
  const choices: ConsentOf[] = [];
  for (const purpose of purposeNames)
    choices.push({
      ...{ purpose, version: purposes[purpose].version },
      isOn: (await ctx.subjects.consents.get(purpose)?.isOn(ctx, personId)) ?? false,
      history: rows.filter((row) => row.purpose === purpose),
    });
  return choices;
}
