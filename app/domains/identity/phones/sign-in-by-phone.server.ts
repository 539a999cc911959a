import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { mayEnterByPhone } from '../policy';
import { resolvePerson } from '../resolve-actor.server';
import { signsInUntil } from '../rules/phone-proof';
import { enterHeld } from '../sessions.server';
import type { Entered } from '../sessions.server';
import {
  codeMinutes,
  ensureTexts,
  makePhoneCode,
  numberText,
  sendsTexts,
  tryPhoneCode,
  usePhoneCode,
  waitingCode,
  wrongPhoneCode,
} from './phone-codes.server';
import { mailOfPhone, textToPhone } from './tell-of-phone.server';
import { maskedNumber } from '~/lib/numbers/phone-number';
import { sha256 } from '~/lib/sha256';
import { lockRow } from '~/platform/db/lock-row';
import { newId } from '~/platform/ids';
import { enqueue } from '~/platform/jobs/enqueue.server';

/** What the page of signing in by phone shows of a code that was asked for. */
export async function askedByPhone(ctx: ReadContext, token: string) {
  const waiting = token === '' ? null : await waitingCode(ctx, { tokenHash: sha256(token) });
  return { sends: sendsTexts(ctx), shown: waiting && maskedNumber(waiting.number) };
}

/** The number that a code was asked for, to be sent another one; null where that has run out. */
export async function numberAsked(ctx: ReadContext, token: string): Promise<string | null> {
  return (await waitingCode(ctx, { tokenHash: sha256(token) }))?.number ?? null;
}

/**
 * Takes the wish for a code to sign in with; answers what the page carries. Whether the number is known is looked up by a
 * job afterwards: neither the answer nor the time that it takes tells.
 */
export async function askToSignInByPhone(ctx: Context, number: string): Promise<string> {
  await ensureTexts(ctx);
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const { token, code } = await makePhoneCode(ctx, { purpose: 'sign-in', personId: null, number });
    await enqueue(ctx, {
      kind: 'identity.phone-code',
      payload: { tokenHash: sha256(token), sealedCode: ctx.keys.seal(code) },
      runAt: now,
      idempotencyKey: `identity.phone-code:${newId(now)}`,
    });
    return token;
  });
}

/** The account whose phone it is, and why the phone alone does not open it. */
async function accountOf(ctx: ReadContext, number: string) {
  const numberHash = { in: ctx.keys.hashes(numberText(number)) };
  const phone = await ctx.database.read.confirmedPhone.findFirst({ where: { numberHash } });
  if (!phone) return null;
  const { personId, provedAt } = phone;
  const person = await ctx.database.read.person.findUniqueOrThrow({
    where: { id: personId },
    select: { displayName: true, suspendedAt: true, emailConfirmedAt: true },
  });
  if (person.suspendedAt || !person.emailConfirmedAt) return null;
  const holdsOffice = !mayEnterByPhone(await resolvePerson(ctx.database, personId, null)).allowed;
  const isOld = signsInUntil(provedAt) <= ctx.clock.now();
  const refusal = holdsOffice ? ('phone-of-office' as const) : isOld ? ('phone-old' as const) : null;
  return { personId, displayName: person.displayName, refusal };
}

const payloadSchema = z.object({ tokenHash: z.string(), sealedCode: z.string() });

/**
 * The handler of jobs of kind `identity.phone-code`: sends the code where the number is an account's that it opens. Who
 * needs more than the phone is told so by mail, never by a message to a number that may be somebody else's by now.
 */
export async function sendSignInCode(ctx: Context, payload: unknown): Promise<void> {
  const { tokenHash, sealedCode } = payloadSchema.parse(payload);
  const waiting = await waitingCode(ctx, { tokenHash });
  const account = waiting && (await accountOf(ctx, waiting.number));
  if (!account) return;
  const { personId, refusal } = account;
  const { number } = waiting;
  await inTransaction(ctx, async (ctx) => {
    if (refusal) return mailOfPhone(ctx, personId, { mail: refusal, shown: maskedNumber(number) });
    const code = ctx.keys.open(sealedCode);
    await textToPhone(ctx, { personId, number, text: 'text-sign-in', minutes: codeMinutes, code });
  });
}

/**
 * Signs in by the code that came to the phone, as far as a password would: who asks for a second step is asked for it.
 * The refusal is the same whether the code is wrong, the number nobody's, or more than a phone is needed.
 */
export async function enterByPhone(
  ctx: Context,
  { token, code }: { token: string; code: string },
  userAgent: string,
): Promise<Entered & { displayName: string }> {
  const tokenHash = sha256(token);
  const waiting = await waitingCode(ctx, { tokenHash });
  await tryPhoneCode(ctx, waiting?.tokenHash, code);
  const account = waiting && (await accountOf(ctx, waiting.number));
  if (!account) throw wrongPhoneCode();
  const { personId, displayName } = account;
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    await usePhoneCode(ctx, tokenHash);
    // Meanwhile the number may have become another account's, or the person may have taken an office.
    const held = await accountOf(ctx, waiting.number);
    if (held?.personId !== personId || held.refusal) throw wrongPhoneCode();
    await ctx.prisma.confirmedPhone.update({ where: { personId }, data: { provedAt: ctx.clock.now() } });
    return { ...(await enterHeld(ctx, { personId, userAgent, passwordHash: null })), displayName };
  });
}
