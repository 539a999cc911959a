import type { ReadContext, TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { recordConsent } from '../consents/record-consent.server';
import { identityEvents } from '../events';
import { identityText, rememberKeys } from '../former-accounts.server';
import { ageOn } from '~/lib/time/age';
import { dayIn } from '~/lib/time/days';
import { readIdentityNumber } from '~/lib/numbers/identity-number';
import type { IdentityNumber } from '~/lib/numbers/identity-number';
import { lockRow } from '~/platform/db/lock-row';

/** Who is younger has an account with the consent of a parent or guardian alone (PIPL 31). */
export const ageOfOwnConsent = 14;

const today = (ctx: ReadContext) => dayIn(ctx.clock.now(), ctx.configuration.timeZone);

/** Throws `invalid` at the number where it is none. */
export function readNumber(ctx: ReadContext, typed: string): IdentityNumber {
  const read = readIdentityNumber(typed, today(ctx));
  if (!read) throw new DomainError('invalid', { field: 'number', reason: 'identity.no-identity-number' });
  return read;
}

const isMinor = (ctx: ReadContext, { bornOn }: IdentityNumber) => ageOn(bornOn, today(ctx)) < ageOfOwnConsent;

interface Shown {
  personId: string;
  areaId: string | null;
  name: string;
  read: IdentityNumber;
  /** Who agrees as a parent or guardian; empty where nobody is there. */
  guardian: string;
  /** By what it was seen. */
  seen: string;
  confirmedBy: string | null;
}

/** Who is under 14 has a parent or guardian who agreed, before or now. */
async function ensureGuardian(
  ctx: TransactionContext,
  { personId, read, guardian }: Shown,
): Promise<boolean> {
  if (!isMinor(ctx, read)) return false;
  const { guardianAgreedAt } = await ctx.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    select: { guardianAgreedAt: true },
  });
  if (guardian === '' && guardianAgreedAt === null)
    throw new DomainError('invalid', { field: 'guardian', reason: 'identity.guardian-needed' });
  return guardian !== '';
}

/**
 * Writes down who the person is. The number belongs to one account: another one that is open keeps it. Consents are
 * recorded, the person is told. Throws `invalid` at the number or the guardian.
 */
export async function keepIdentity(ctx: TransactionContext, shown: Shown): Promise<void> {
  const { personId, areaId, name, read, guardian, seen, confirmedBy } = shown;
  const hashing = await ctx.keys.hold(ctx);
  await lockRow(ctx, 'Person', personId);
  const byGuardian = await ensureGuardian(ctx, shown);
  const [numberHash, ...older] = hashing.hashes(identityText(read.number));
  const other = await ctx.prisma.confirmedIdentity.findFirst({
    where: { numberHash: { in: [numberHash, ...older] }, personId: { not: personId } },
    select: { personId: true },
  });
  if (other) throw new DomainError('invalid', { field: 'number', reason: 'identity.number-taken' });
  const now = ctx.clock.now();
  const row = {
    ...{ document: read.document, numberHash, confirmedBy, confirmedAt: now },
    ...{ sealedName: ctx.keys.seal(name), sealedNumber: ctx.keys.seal(read.number) },
    sealedGuardian: byGuardian ? ctx.keys.seal(guardian) : null,
  };
  await forgetNumber(ctx, personId);
  await ctx.prisma.confirmedIdentity.create({ data: { personId, ...row } });
  if (byGuardian)
    await ctx.prisma.person.update({ where: { id: personId }, data: { guardianAgreedAt: now } });
  await recordConsent(ctx, { personId, purpose: 'real-name' });
  await appendEvent(ctx, identityEvents, {
    ...{ type: 'real-name.confirmed', subjectKind: 'person', subjectId: personId, areaId },
    publicData: { title: '', seen },
  });
}

/** Takes name and number away; a hash stays, so that nobody counts twice by closing one account and opening another. */
export async function forgetNumber(ctx: TransactionContext, personId: string): Promise<boolean> {
  const own = await ctx.prisma.confirmedIdentity.findUnique({ where: { personId } });
  if (!own) return false;
  await rememberKeys(ctx, { personId, kind: 'identity', keyHash: own.numberHash });
  await ctx.prisma.confirmedIdentity.delete({ where: { personId } });
  return true;
}
