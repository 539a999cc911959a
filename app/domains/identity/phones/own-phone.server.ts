import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { personOf } from '../../person-of';
import { identityEvents } from '../events';
import { mayEnterByPhone } from '../policy';
import { signsInUntil } from '../rules/phone-proof';
import { confirmOwnPassword } from '../sessions.server';
import {
  codeMinutes,
  ensureTexts,
  makePhoneCode,
  numberText,
  sendsTexts,
  textsOver,
  tryPhoneCode,
  usePhoneCode,
  waitingCode,
} from './phone-codes.server';
import { mailOfPhone, textToPhone } from './tell-of-phone.server';
import { maskedNumber } from '~/lib/numbers/phone-number';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { lockRow, lockRows } from '~/platform/db/lock-row';

/** The number of the person's phone; null where the account has none. */
export async function phoneOf(ctx: ReadContext, personId: string): Promise<string | null> {
  const row = await ctx.database.read.confirmedPhone.findUnique({ where: { personId } });
  return row && ctx.keys.open(row.sealedNumber);
}

/** The number as its owner is shown it; null where the account has none. */
export async function shownPhoneOf(ctx: ReadContext, personId: string): Promise<string | null> {
  const number = await phoneOf(ctx, personId);
  return number === null ? null : maskedNumber(number);
}

/** What the page of the own phone shows. */
export async function phonePage(ctx: ReadContext) {
  const personId = personOf(ctx);
  const [row, waiting] = await Promise.all([
    ctx.database.read.confirmedPhone.findUnique({ where: { personId } }),
    waitingCode(ctx, { personId }),
  ]);
  return {
    sends: sendsTexts(ctx),
    phone: row && {
      shown: maskedNumber(ctx.keys.open(row.sealedNumber)),
      ...{ confirmedAt: row.confirmedAt, signsInUntil: signsInUntil(row.provedAt) },
      isOld: signsInUntil(row.provedAt) <= ctx.clock.now(),
    },
    waiting: waiting && { shown: maskedNumber(waiting.number), until: waiting.expiresAt },
    signsIn: mayEnterByPhone(ctx.actor).allowed,
  };
}

/** The number that waits for its code, or else the one that the account has: to be sent a code anew. */
export async function ownNumber(ctx: ReadContext): Promise<string> {
  const personId = personOf(ctx);
  const number = (await waitingCode(ctx, { personId }))?.number ?? (await phoneOf(ctx, personId));
  if (number === null) throw new DomainError('not-found');
  return number;
}

/**
 * Sends a code to a number that the acting person, who has just given the password, wants on the account. The answer is
 * the same whether another account has it.
 */
export async function askToConfirmPhone(ctx: Context, number: string): Promise<void> {
  const personId = personOf(ctx);
  await ensureTexts(ctx);
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.phoneCode.deleteMany({ where: { personId, purpose: 'confirm' } });
    const { code } = await makePhoneCode(ctx, { purpose: 'confirm', personId, number });
    const told = { personId, number, text: 'text-confirm', minutes: codeMinutes, code } as const;
    if (!(await textToPhone(ctx, told))) throw textsOver();
  });
}

/** The acting person does not want the number any more that waits for its code. */
export async function dropWaitingPhone(ctx: Context): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.phoneCode.deleteMany({ where: { personId, purpose: 'confirm' } }),
  );
}

type PhoneEvent = 'phone.added' | 'phone.removed' | 'phone.passed-on';

const record = (ctx: TransactionContext, type: PhoneEvent, personId: string) =>
  appendEvent(ctx, identityEvents, {
    ...{ type, subjectKind: 'person', subjectId: personId, publicData: { title: '' } },
  });

/** The account that had the number loses it: whoever holds the phone now has shown it. */
async function passOn(ctx: TransactionContext, { from, shown }: { from: string; shown: string }) {
  await ctx.prisma.confirmedPhone.deleteMany({ where: { personId: from } });
  await record(ctx, 'phone.passed-on', from);
  const { mailFrequency } = await ctx.prisma.person.findUniqueOrThrow({ where: { id: from } });
  // Who takes mails at once is mailed the notice.
  if (mailFrequency !== 'immediate') await mailOfPhone(ctx, from, { mail: 'phone-passed-on', shown });
}

interface Confirmed {
  personId: string;
  number: string;
  tokenHash: string;
}

async function keepPhone(ctx: TransactionContext, { personId, number, tokenHash }: Confirmed): Promise<void> {
  const hashing = await ctx.keys.hold(ctx);
  const [numberHash, ...older] = hashing.hashes(numberText(number));
  const where = { numberHash: { in: [numberHash, ...older] }, personId: { not: personId } };
  const seen = await ctx.prisma.confirmedPhone.findFirst({ where });
  await lockRows(ctx, 'Person', [personId, ...(seen ? [seen.personId] : [])]);
  await usePhoneCode(ctx, tokenHash);
  const shown = maskedNumber(number);
  const former = await ctx.prisma.confirmedPhone.findFirst({ where });
  if (former) await passOn(ctx, { from: former.personId, shown });
  const own = await ctx.prisma.confirmedPhone.findUnique({ where: { personId } });
  const now = ctx.clock.now();
  if (own && hashing.matches(own.numberHash, numberText(number))) {
    await ctx.prisma.confirmedPhone.update({ where: { personId }, data: { provedAt: now } });
    return;
  }
  if (own) await tellFormerNumber(ctx, personId, own);
  const data = { sealedNumber: ctx.keys.seal(number), numberHash, confirmedAt: now, provedAt: now };
  await ctx.prisma.confirmedPhone.upsert({
    where: { personId },
    create: { personId, ...data },
    update: data,
  });
  await record(ctx, 'phone.added', personId);
  await mailOfPhone(ctx, personId, { mail: 'phone-added', shown });
}

/** Tells the phone itself that it is the account's no more, as long as it cannot be anybody else's. */
async function tellFormerNumber(
  ctx: TransactionContext,
  personId: string,
  { sealedNumber, provedAt }: { sealedNumber: string; provedAt: Date },
): Promise<void> {
  if (signsInUntil(provedAt) <= ctx.clock.now()) return;
  await textToPhone(ctx, {
    personId,
    number: ctx.keys.open(sealedNumber),
    text: 'text-removed',
    minutes: 60,
  });
}

/**
 * Confirms the number by the code that came to it. It belongs to this account from now on; another one that had it is
 * told. Throws as `tryPhoneCode` does.
 */
export async function confirmPhone(ctx: Context, code: string): Promise<void> {
  const personId = personOf(ctx);
  const waiting = await waitingCode(ctx, { personId });
  await tryPhoneCode(ctx, waiting?.tokenHash, code);
  if (!waiting) return;
  const { number, tokenHash } = waiting;
  try {
    await inTransaction(ctx, (ctx) => keepPhone(ctx, { personId, number, tokenHash }));
  } catch (error) {
    // Two accounts confirm one number in the same moment: the second is told to do so again.
    if (isUniqueViolation(error)) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
    throw error;
  }
}

/** Takes the phone off the account, after the password; mail and phone are told. */
export async function removePhone(ctx: Context, password: string): Promise<void> {
  const personId = personOf(ctx);
  await confirmOwnPassword(ctx, password);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    const own = await ctx.prisma.confirmedPhone.findUnique({ where: { personId } });
    if (!own) throw new DomainError('not-found');
    await ctx.prisma.confirmedPhone.delete({ where: { personId } });
    await tellFormerNumber(ctx, personId, own);
    await record(ctx, 'phone.removed', personId);
    await mailOfPhone(ctx, personId, {
      mail: 'phone-removed',
      shown: maskedNumber(ctx.keys.open(own.sealedNumber)),
    });
  });
}
