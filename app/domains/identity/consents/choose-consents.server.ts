import type { Context, ReadContext, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { personOf } from '../../person-of';
import { forgetResidence } from '../forget-residence.server';
import { purposeNames, purposes } from './purposes';
import type { Purpose } from './purposes';
import { recordConsent, recordWithdrawal } from './record-consent.server';
import { lockRow } from '~/platform/db/lock-row';

const setMails = (ctx: TransactionContext, personId: string, { from, to }: { from: string[]; to: string }) =>
  ctx.prisma.person.updateMany({
    where: { id: personId, mailFrequency: { in: from } },
    data: { mailFrequency: to, digestedAt: null },
  });

/** Consents to mails. Consent to the checking of the residence is given by the form that asks for it. */
export async function consentToMails(ctx: Context): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    await setMails(ctx, personId, { from: ['none'], to: 'immediate' });
    await recordConsent(ctx, { personId, purpose: 'mails' });
  });
}

/** What ends with a consent, at once and in the same transaction. */
const effects: Record<Purpose, (ctx: TransactionContext, personId: string) => Promise<unknown>> = {
  mails: (ctx, personId) => setMails(ctx, personId, { from: ['immediate', 'daily'], to: 'none' }),
  residence: forgetResidence,
};

/** Takes a consent back: the portal stops doing what it was given for, and forgets what it kept for it alone. */
export async function withdrawConsent(ctx: Context, purpose: Purpose): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    await recordWithdrawal(ctx, { personId, purpose });
    await effects[purpose](ctx, personId);
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
  const { read } = ctx.database;
  const [person, requests, rows] = await Promise.all([
    read.person.findUniqueOrThrow({
      where: { id: personId },
      select: { mailFrequency: true, residenceAreaId: true },
    }),
    read.residenceVerification.count({ where: { personId } }),
    read.consent.findMany({
      where: { personId },
      orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
      select: { purpose: true, givenAt: true, withdrawnAt: true, version: true },
    }),
  ]);
  const isOn = {
    mails: person.mailFrequency !== 'none',
    residence: person.residenceAreaId !== null || requests > 0,
  };
  return purposeNames.map((purpose) => ({
    ...{ purpose, isOn: isOn[purpose], version: purposes[purpose].version },
    history: rows.filter((row) => row.purpose === purpose),
  }));
}
