import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { identityEvents } from '../events';
import { purposesIn } from '../consents/purposes';
import type { Purpose } from '../consents/purposes';
import { recordConsent } from '../consents/record-consent.server';
import { ensureGuardianAgreed } from './guardian-agrees.server';
import { endTokens, mailLink, mailToken } from './mail-tokens.server';
import { ensureStrong, hashPassword, verifyPassword } from './passwords.server';
import type { Transaction } from '~/platform/db/database.server';
import { isUniqueViolation } from '~/platform/db/unique-violation';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { newId } from '~/platform/ids';
import { paths } from '~/paths';

export interface Registration {
  email: string;
  displayName: string;
  password: string;
  /** To what the person consents beside what an account cannot do without. */
  consents?: readonly Purpose[] | undefined;
  /** The address of a parent or guardian, of who is under 14: no account without that one's consent. */
  guardianEmail?: string | undefined;
  /** A path of the portal, to which the link leads on: what the person wanted when told to register. */
  next?: string | undefined;
}

const hoursValid = 72;
/** Of one address, so that nobody fills the table with it; the newest ones count. */
const mostPending = 20;

/**
 * Takes a registration and mails the link that confirms the address. There is no account before: name and password
 * belong to this link alone, whoever else registers the address earlier or later. Where the address has an account
 * its owner is mailed instead, and the answer is the same: nobody learns who has one. Throws `invalid` at the
 * password where it is easily guessed.
 */
export async function register(ctx: Context, input: Registration): Promise<void> {
  ensureStrong(input.password, [input.email, input.displayName]);
  const passwordHash = await hashPassword(input.password);
  await inTransaction(ctx, async (ctx) => {
    const known = await ctx.prisma.person.findUnique({ where: { email: input.email } });
    if (!known?.emailConfirmedAt) return writePending(ctx, { ...input, passwordHash });
    if (!known.suspendedAt) await mailToken(ctx, { person: known, mail: 'known' });
  });
}

async function writePending(
  ctx: TransactionContext,
  {
    email,
    displayName,
    passwordHash,
    consents = [],
    next,
    guardianEmail,
  }: Registration & { passwordHash: string },
): Promise<void> {
  const token = randomToken();
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + hoursValid * 3600_000);
  const given = { consents: consents.join(','), locale: ctx.locale };
  const registration = { email, displayName, passwordHash, ...given, createdAt: now, expiresAt };
  await ctx.prisma.pendingRegistration.create({
    data: { tokenHash: sha256(token), ...registration, guardianEmail: guardianEmail ?? null },
  });
  const older = await ctx.prisma.pendingRegistration.findMany({
    where: { email },
    orderBy: [{ createdAt: 'desc' }, { tokenHash: 'asc' }],
    skip: mostPending,
    take: mostPending,
    select: { tokenHash: true },
  });
  await ctx.prisma.pendingRegistration.deleteMany({
    where: { tokenHash: { in: older.map((row) => row.tokenHash) } },
  });
  await mailLink(ctx, {
    person: { id: null, email, displayName, locale: ctx.locale },
    mail: 'confirm',
    hours: hoursValid,
    path: paths.confirm(token, next),
  });
}

const gone = () => new DomainError('expired', { reason: 'identity.token-expired' });

/**
 * Confirms the address that the link went to and makes the account of its registration; answers the person. The
 * password must be the one of that registration: whoever reads the mail but did not register is not led into an
 * account that somebody else has set up. Ends every other registration of the address. Throws `expired` where the
 * link is unknown, used or too old, `invalid` at the password.
 */
export async function confirmAddress(ctx: Context, token: string, password: string): Promise<string> {
  const tokenHash = sha256(token);
  const valid = { tokenHash, expiresAt: { gt: ctx.clock.now() } };
  const pending = await ctx.database.read.pendingRegistration.findFirst({ where: valid });
  if (!pending) throw gone();
  if (!(await verifyPassword(pending.passwordHash, password)))
    throw new DomainError('invalid', { field: 'password', reason: 'identity.not-your-registration' });
  await ensureGuardianAgreed(ctx, pending);
  return inTransaction(ctx, async (ctx) => {
    await lockRegistrations(ctx, pending.email);
    if ((await ctx.prisma.pendingRegistration.count({ where: valid })) === 0) throw gone();
    await ctx.prisma.pendingRegistration.deleteMany({ where: { email: pending.email } });
    const { email, displayName, passwordHash, locale, guardianAgreedAt } = pending;
    const consents = purposesIn(pending.consents);
    const mailFrequency = consents.includes('mails') ? 'immediate' : 'none';
    const account = { email, displayName, passwordHash, locale, mailFrequency };
    const id = await makeAccount(ctx, { ...account, guardianAgreedAt });
    for (const purpose of consents)
      await recordConsent(ctx, { personId: id, purpose, at: pending.createdAt });
    return id;
  });
}

/** Two links of one address at once: the second waits and finds its registration gone. */
async function lockRegistrations(tx: Transaction, email: string): Promise<void> {
  if (tx.engine === 'sqlite') return;
  await tx.sql.all(
    `SELECT "tokenHash" FROM "PendingRegistration" WHERE "email" = ? ORDER BY "tokenHash" FOR UPDATE`,
    [email],
  );
}

type NewAccount = Record<'email' | 'displayName' | 'passwordHash' | 'locale' | 'mailFrequency', string> & {
  guardianAgreedAt?: Date | null;
};

/**
 * The account of an address that was confirmed, or that is taken on somebody's word. Throws what `taken` makes where the
 * address has one, also where another transaction is making it at the same moment: nobody's account is written over.
 */
export async function makeAccount(
  ctx: TransactionContext,
  account: NewAccount,
  taken: () => DomainError = gone,
): Promise<string> {
  const id = await writeAccount(ctx, account);
  if (id === null) throw taken();
  await endTokens(ctx, id);
  await appendEvent(ctx, identityEvents, {
    type: 'person.registered',
    subjectKind: 'person',
    subjectId: id,
    publicData: { title: '' },
  });
  return id;
}

/** Writes the person, or one that is there without a confirmed address; null where the address has an account. */
async function writeAccount(ctx: TransactionContext, account: NewAccount): Promise<string | null> {
  const now = ctx.clock.now();
  // Older versions wrote a person before the address was confirmed.
  const known = await ctx.prisma.person.findUnique({ where: { email: account.email }, select: { id: true } });
  if (known) {
    const where = { id: known.id, emailConfirmedAt: null };
    const { count } = await ctx.prisma.person.updateMany({
      where,
      data: { ...account, emailConfirmedAt: now },
    });
    return count === 1 ? known.id : null;
  }
  try {
    const data = { id: newId(now), ...account, emailConfirmedAt: now, createdAt: now };
    return (await ctx.prisma.person.create({ data, select: { id: true } })).id;
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}
