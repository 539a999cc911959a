import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { DomainError, ensure } from '../domain-error';
import { deviceName, forgetDevices } from '../notifications/index.server';
import { mayActFor, mayEnterByPhone } from './policy';
import { mailEntryCode } from './proving/entry-code.server';
import { verifyPassword } from './proving/passwords.server';
import { resolvePerson } from './resolve-actor.server';
import { day, idleSince, sessionDays } from './rules/session-times';
import { lockRow } from '~/platform/db/lock-row';
import { sha256 } from '~/lib/sha256';
import { randomToken } from '~/platform/crypto/tokens.server';
import { newId } from '~/platform/ids';
import { cutText } from '~/lib/texts/cut-text';

/** Between the password and the passkey. */
const halfMinutes = 10;

/** How a session is named in the list of devices: what the database keeps of its token. */
export const sessionKey = (token: string): string => sha256(token);

/** Writes a session and answers its token, which only the cookie keeps. */
export async function writeSession(
  ctx: TransactionContext,
  personId: string,
  userAgent: string,
): Promise<string> {
  const token = randomToken();
  const now = ctx.clock.now();
  await ctx.prisma.signInRecord.create({
    data: { id: newId(now), personId, at: now, device: deviceName(userAgent) },
  });
  await ctx.prisma.session.create({
    data: {
      tokenHash: sha256(token),
      personId,
      userAgent: cutText(userAgent, 200),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionDays * day),
    },
  });
  return token;
}

/** Opens a session and answers its token. */
export async function openSession(ctx: Context, personId: string, userAgent: string): Promise<string> {
  return inTransaction(ctx, (ctx) => writeSession(ctx, personId, userAgent));
}

/** What the right password leads to: a session, or half of one where a passkey or code is asked for, too. */
export interface Entered {
  token: string;
  isHalf: boolean;
  /** What is asked for behind half of a session. */
  asks: SecondStepKind;
}

/** A passkey or recovery code, as the person has set up; or for offices the code that was mailed. */
type SecondStepKind = 'passkey' | 'mail';

const wrongPassword = () =>
  new DomainError('invalid', { field: 'password', reason: 'identity.wrong-password' });

interface Entering {
  personId: string;
  userAgent: string;
  /** Of the password that was given; null where the person has just set it, or proved otherwise to be it. */
  passwordHash: string | null;
}

/** Who turns the second step on or sets another password at the same time ends the session, or is waited for. */
function enter(ctx: Context, entering: Entering): Promise<Entered> {
  return inTransaction(ctx, async (ctx) => {
    await lockRow(ctx, 'Person', entering.personId);
    return enterHeld(ctx, entering);
  });
}

/** Lets in a person whose row the transaction holds. */
export async function enterHeld(
  ctx: TransactionContext,
  { personId, userAgent, passwordHash }: Entering,
): Promise<Entered> {
  const person = await ctx.prisma.person.findUniqueOrThrow({ where: { id: personId } });
  if (passwordHash !== null && person.passwordHash !== passwordHash) throw wrongPassword();
  const asks = await secondStepOf(ctx, person);
  if (asks === null)
    return { token: await writeSession(ctx, personId, userAgent), isHalf: false, asks: 'passkey' };
  const token = randomToken();
  const expiresAt = new Date(ctx.clock.now().getTime() + halfMinutes * 60_000);
  await ctx.prisma.halfSignIn.create({ data: { tokenHash: sha256(token), personId, expiresAt } });
  if (asks === 'mail') await mailEntryCode(ctx, person, { half: token, minutes: halfMinutes, expiresAt });
  return { token, isHalf: true, asks };
}

/** What is asked of the person after the password; null where that is enough. */
async function secondStepOf(
  ctx: TransactionContext,
  { id, secondFactorSince }: { id: string; secondFactorSince: Date | null },
): Promise<SecondStepKind | null> {
  if (secondFactorSince !== null) return 'passkey';
  if (!ctx.configuration.officeSecondStep) return null;
  // Whom a phone alone does not let in, a password alone does not either.
  return mayEnterByPhone(await resolvePerson(ctx.database, id, null)).allowed ? null : 'mail';
}

/** Lets in who has just set the password, as far as it alone does. */
export function enterByPassword(ctx: Context, personId: string, userAgent: string): Promise<Entered> {
  return enter(ctx, { personId, userAgent, passwordHash: null });
}

function newestRegistration(ctx: ReadContext, email: string) {
  return ctx.database.read.pendingRegistration.findFirst({
    where: { email, expiresAt: { gt: ctx.clock.now() } },
    orderBy: [{ createdAt: 'desc' }, { tokenHash: 'asc' }],
    select: { passwordHash: true },
  });
}

/**
 * Signs in by mail address and password; answers what it leads to and who it is. The refusal is the same
 * whether the address is unknown, the password wrong or the person suspended.
 */
export async function signIn(
  ctx: Context,
  input: { email: string; password: string },
  userAgent: string,
): Promise<Entered & { displayName: string }> {
  const person = await ctx.database.read.person.findUnique({
    where: { email: input.email },
    select: { id: true, displayName: true, passwordHash: true, suspendedAt: true, emailConfirmedAt: true },
  });
  const account = person?.emailConfirmedAt ? person : null;
  const waiting = account ? null : await newestRegistration(ctx, input.email);
  const matches = await verifyPassword((account ?? waiting)?.passwordHash ?? null, input.password);
  if (matches && waiting)
    throw new DomainError('forbidden', { field: 'email', reason: 'identity.confirm-first' });
  if (!account || !matches || account.suspendedAt) throw wrongPassword();
  const { id: personId, passwordHash, displayName } = account;
  return { ...(await enter(ctx, { personId, userAgent, passwordHash })), displayName };
}

export async function signOut(ctx: Context, token: string): Promise<void> {
  const key = sessionKey(token);
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.session.deleteMany({ where: { tokenHash: key } });
    await forgetDevices(ctx, { sessionKey: key });
  });
}

/** Ends one session of the person, named by its key in the list of devices. */
export async function endSession(ctx: Context, personId: string, key: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const ended = await ctx.prisma.session.deleteMany({ where: { personId, tokenHash: key } });
    if (ended.count === 0) throw new DomainError('not-found');
    await forgetDevices(ctx, { sessionKey: key });
  });
}

/** Ends every session of the person but the one at hand. */
export async function signOutElsewhere(ctx: Context, personId: string, token: string): Promise<void> {
  const key = sessionKey(token);
  await inTransaction(ctx, async (ctx) => {
    await ctx.prisma.session.deleteMany({ where: { personId, tokenHash: { not: key } } });
    await forgetDevices(ctx, { personId, but: key });
  });
}

/** Chooses the organisation for which the person acts from now on in this session; null for nobody but oneself. */
export async function chooseOrganisation(
  ctx: Context,
  token: string,
  organisationId: string | null,
): Promise<void> {
  if (organisationId !== null) {
    const mine = ctx.actor.kind === 'person' ? ctx.actor.memberships : [];
    ensure(mayActFor(mine.find((member) => member.organisationId === organisationId)));
  }
  await inTransaction(ctx, (ctx) =>
    ctx.prisma.session.updateMany({ where: { tokenHash: sha256(token) }, data: { organisationId } }),
  );
}

/** Throws at the field `password` unless it is the actor's own: asked again before weighty acts. */
export async function confirmOwnPassword(ctx: ReadContext, password: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const person = await ctx.database.read.person.findUnique({
    where: { id: ctx.actor.personId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(person?.passwordHash ?? null, password))) {
    throw new DomainError('invalid', { field: 'password', reason: 'identity.wrong-own-password' });
  }
}

/** Removes what has run out: sessions that are over or idle, links and registrations. Answers how many. */
export async function forgetExpired(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const over = { expiresAt: { lte: now } };
  return inTransaction(ctx, async (ctx) => {
    const idle = { lastSeenAt: { lte: idleSince(now) } };
    const gone = await Promise.all([
      ctx.prisma.session.deleteMany({ where: { OR: [over, idle] } }),
      ctx.prisma.mailToken.deleteMany({ where: over }),
      ctx.prisma.pendingRegistration.deleteMany({ where: over }),
      ctx.prisma.passkeyChallenge.deleteMany({ where: over }),
      ctx.prisma.recoveryCode.deleteMany({ where: over }),
      ctx.prisma.halfSignIn.deleteMany({ where: over }),
      ctx.prisma.counterSignIn.deleteMany({ where: over }),
      ctx.prisma.phoneCode.deleteMany({ where: over }),
      // For whom it was meant may be a name; nobody asks for it any more.
      ctx.prisma.roleInvitation.deleteMany({
        where: { takenAt: null, expiresAt: { lte: new Date(now.getTime() - 90 * day) } },
      }),
    ]);
    return gone.reduce((sum, { count }) => sum + count, 0);
  });
}
