import { randomInt } from 'node:crypto';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent } from '../../ledger/index.server';
import { forgetDevices } from '../../notifications/index.server';
import { personOf } from '../../person-of';
import { identityEvents } from '../events';
import { addressKey, rememberKeys } from '../former-accounts.server';
import { endTokens, mailToken } from './mail-tokens.server';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { lockRow } from '~/platform/db/lock-row';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { queueMail } from '~/platform/mail/queue-mail.server';

export const minutesValid = 30;
const digits = 6;
const purpose = 'address';

const codeText = (personId: string, parts: [string, string]) =>
  ['code', purpose, personId, ...parts].join('|');

interface Writer {
  id: string;
  displayName: string;
  locale: string;
}

async function mailTo(
  ctx: TransactionContext,
  person: Writer,
  mail: {
    recipient: string;
    kind: 'address-code' | 'address-changed';
    told: Record<string, string | number>;
  },
): Promise<void> {
  const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
  const t = textIn(locale, mails);
  const { recipient, kind, told } = mail;
  await queueMail(ctx, ctx, {
    ...{ recipient, personId: person.id, unsubscribeUrl: null, at: ctx.clock.now(), locale },
    subject: t(`${kind}-subject`),
    paragraphs: [t('greeting', { name: person.displayName }), t(`${kind}-body`, told)],
    footer: [t(`${kind}-not-you`)],
  });
}

/**
 * Mails a code to the address that the person, who has just given the password, wants instead of the present one. Where
 * the address has an account its owner is mailed instead, and the answer is the same: nobody learns who has one.
 * Nothing changes until the code is typed in. Throws `invalid` where the address is the present one.
 */
export async function askToChangeAddress(ctx: Context, email: string): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    const person = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    if (person.email === email)
      throw new DomainError('invalid', { field: 'email', reason: 'identity.same-address' });
    const code = String(randomInt(10 ** digits)).padStart(digits, '0');
    const now = ctx.clock.now();
    await ctx.prisma.mailToken.deleteMany({ where: { personId, purpose } });
    await ctx.prisma.mailToken.create({
      data: {
        ...{ tokenHash: ctx.keys.hash(codeText(personId, [email, code])), personId, purpose, email },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + minutesValid * 60_000) },
      },
    });
    const known = await ctx.prisma.person.findUnique({ where: { email } });
    if (known === null)
      await mailTo(ctx, person, {
        ...{ recipient: email, kind: 'address-code', told: { code, minutes: minutesValid } },
      });
    else if (known.emailConfirmedAt && !known.suspendedAt)
      await mailToken(ctx, { person: known, mail: 'known' });
  });
}

/** The address to which a code was mailed that still holds, and the present one. */
export async function addressPage(ctx: ReadContext) {
  const personId = personOf(ctx);
  const [person, waiting] = await Promise.all([
    ctx.database.read.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } }),
    ctx.database.read.mailToken.findFirst({
      where: { personId, purpose, expiresAt: { gt: ctx.clock.now() } },
      select: { email: true },
    }),
  ]);
  return { present: person.email, waiting: waiting?.email ?? null };
}

/** Forgets the address that waits for its code. */
export async function dropWaitingAddress(ctx: Context): Promise<void> {
  const personId = personOf(ctx);
  await inTransaction(ctx, (ctx) => ctx.prisma.mailToken.deleteMany({ where: { personId, purpose } }));
}

const wrongCode = () => new DomainError('invalid', { field: 'code', reason: 'identity.wrong-code' });

/** Uses the code up; answers the address that it confirms. */
async function takeCode(ctx: TransactionContext, personId: string, code: string): Promise<string> {
  const valid = { personId, purpose, expiresAt: { gt: ctx.clock.now() } };
  const waiting = await ctx.prisma.mailToken.findFirst({ where: valid });
  if (!waiting || !ctx.keys.matches(waiting.tokenHash, codeText(personId, [waiting.email, code])))
    throw wrongCode();
  return waiting.email;
}

/**
 * The account goes by the new address from now on. Every mailed link and every session ends: who asks gets a new one. The
 * former address is told. Throws `invalid` at the code.
 */
export async function changeAddress(ctx: Context, code: string): Promise<void> {
  const personId = personOf(ctx);
  const changed = inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', personId);
    const email = await takeCode(ctx, personId, code);
    const before = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    const emailConfirmedAt = ctx.clock.now();
    await ctx.prisma.person.update({ where: { id: personId }, data: { email, emailConfirmedAt } });
    await rememberKeys(ctx, { personId, kind: 'address', keyHash: addressKey(ctx, before.email) });
    await endTokens(ctx, personId);
    await ctx.prisma.session.deleteMany({ where: { personId } });
    await ctx.prisma.halfSignIn.deleteMany({ where: { personId } });
    await forgetDevices(ctx, { personId });
    await mailTo(ctx, before, { recipient: before.email, kind: 'address-changed', told: {} });
    await appendEvent(ctx, identityEvents, {
      ...{ type: 'person.address-changed', subjectKind: 'person', subjectId: personId },
      publicData: { title: '' },
    });
  });
  await changed.catch((error: unknown) => {
    // Somebody has registered the address meanwhile.
    throw isUniqueViolation(error) ? wrongCode() : error;
  });
}
