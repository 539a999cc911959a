import { randomInt } from 'node:crypto';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { mobileNumber } from '~/lib/numbers/phone-number';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { areTextsLeft } from '~/platform/sms/queue-text.server';

/** So long a code holds. */
export const codeMinutes = 10;
const mostTries = 5;
const digits = 6;

export type Purpose = 'confirm' | 'sign-in';

/** Whether the portal sends text messages at all. */
export const sendsTexts = ({ configuration }: Pick<ReadContext, 'configuration'>) =>
  configuration.sms.url !== '';

export const noTexts = () => new DomainError('conflict', { reason: 'identity.no-texts' });
export const textsOver = () => new DomainError('rate-limited', { reason: 'identity.texts-of-day-over' });

/** Throws where no text message can go out today: asked before anything is known of the number. */
export async function ensureTexts(ctx: ReadContext): Promise<void> {
  if (!sendsTexts(ctx)) throw noTexts();
  if (!(await areTextsLeft(ctx.database, ctx.configuration, ctx.clock.now()))) throw textsOver();
}

/** The number that was typed, with its country. Throws `invalid` at the field where it is no mobile number of here. */
export function numberOf({ configuration }: Pick<ReadContext, 'configuration'>, typed: string): string {
  const number = mobileNumber(typed, configuration.sms.countries);
  if (number === null)
    throw new DomainError('invalid', { field: 'number', reason: 'identity.no-mobile-number' });
  return number;
}

/** What is hashed of a number, which is found by that, and nobody can tell it. */
export const numberText = (number: string) => `phone:${number}`;

const codeText = (tokenHash: string, code: string) => ['phone-code', tokenHash, code].join('|');

/** Writes a code for a number, whoever's that is; answers it, with what the page carries. */
export async function makePhoneCode(
  ctx: TransactionContext,
  { purpose, personId, number }: { purpose: Purpose; personId: string | null; number: string },
): Promise<{ token: string; code: string }> {
  const token = randomToken();
  const code = String(randomInt(10 ** digits)).padStart(digits, '0');
  const [tokenHash, now] = [sha256(token), ctx.clock.now()];
  await ctx.prisma.phoneCode.create({
    data: {
      ...{ tokenHash, purpose, personId, tries: 0, createdAt: now },
      ...{ sealedNumber: ctx.keys.seal(number), numberHash: ctx.keys.hash(numberText(number)) },
      codeHash: ctx.keys.hash(codeText(tokenHash, code)),
      expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
    },
  });
  return { token, code };
}

const over = () => new DomainError('expired', { field: 'code', reason: 'identity.phone-code-over' });
export const wrongPhoneCode = () =>
  new DomainError('invalid', { field: 'code', reason: 'identity.wrong-phone-code' });

/** The code that waits, with its number; null where there is none or it has run out. */
export async function waitingCode(ctx: ReadContext, which: { tokenHash: string } | { personId: string }) {
  const purpose = 'personId' in which ? 'confirm' : 'sign-in';
  const row = await ctx.database.read.phoneCode.findFirst({
    where: { ...which, purpose, expiresAt: { gt: ctx.clock.now() } },
    orderBy: [{ createdAt: 'desc' }, { tokenHash: 'asc' }],
  });
  return row && { ...row, number: ctx.keys.open(row.sealedNumber) };
}

/**
 * Counts the try, whatever comes of what follows, and looks whether the code is the one. Throws `invalid` where it is
 * not, `expired` where there is none any more or it was tried too often.
 */
export async function tryPhoneCode(ctx: Context, tokenHash: string | undefined, code: string) {
  if (tokenHash === undefined) throw over();
  const counted = await inTransaction(ctx, (ctx) =>
    ctx.prisma.phoneCode.updateMany({
      where: { tokenHash, tries: { lt: mostTries }, expiresAt: { gt: ctx.clock.now() } },
      data: { tries: { increment: 1 } },
    }),
  );
  if (counted.count === 0) throw over();
  const row = await ctx.database.read.phoneCode.findUnique({ where: { tokenHash } });
  if (!row) throw over();
  if (!ctx.keys.matches(row.codeHash, codeText(tokenHash, code))) throw wrongPhoneCode();
}

/** Uses the code up: of two who have it one goes on. */
export async function usePhoneCode(ctx: TransactionContext, tokenHash: string): Promise<void> {
  const { count } = await ctx.prisma.phoneCode.deleteMany({ where: { tokenHash } });
  if (count === 0) throw over();
}
