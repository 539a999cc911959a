import { randomBytes } from 'node:crypto';
import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { bytesOfCode, codeOfBytes, plainCode } from '../rules/recovery-code';
import { sha256 } from '~/lib/sha256';

const codesGiven = 10;

const hashOf = (personId: string, code: string) => sha256(`recovery|${personId}|${plainCode(code)}`);

async function writeCodes(
  ctx: TransactionContext,
  to: { personId: string; codes: readonly string[]; expiresAt: Date | null },
): Promise<void> {
  const { personId, codes, expiresAt } = to;
  await ctx.prisma.recoveryCode.createMany({
    data: codes.map((code) => ({
      ...{ codeHash: hashOf(personId, code), personId, expiresAt },
      createdAt: ctx.clock.now(),
    })),
  });
}

/** Makes the codes that a person keeps, in the place of those made before. They are shown once and kept as hashes. */
export async function makeOwnCodes(ctx: TransactionContext, personId: string): Promise<string[]> {
  await ctx.prisma.recoveryCode.deleteMany({ where: { personId } });
  const codes = Array.from({ length: codesGiven }, () => codeOfBytes(randomBytes(bytesOfCode)));
  await writeCodes(ctx, { personId, codes, expiresAt: null });
  return codes;
}

/** Makes the one code that the counter hands over; one that was handed over before holds no longer. */
export async function makeCounterCode(
  ctx: TransactionContext,
  personId: string,
  expiresAt: Date,
): Promise<string> {
  await ctx.prisma.recoveryCode.deleteMany({ where: { personId, expiresAt: { not: null } } });
  const code = codeOfBytes(randomBytes(bytesOfCode));
  await writeCodes(ctx, { personId, codes: [code], expiresAt });
  return code;
}

/** Uses a code up; answers how many the person has left. Throws `invalid` at the field `code`. */
export async function takeRecoveryCode(
  ctx: TransactionContext,
  personId: string,
  code: string,
): Promise<number> {
  const { count } = await ctx.prisma.recoveryCode.deleteMany({
    where: {
      ...{ codeHash: hashOf(personId, code), personId },
      OR: [{ expiresAt: null }, { expiresAt: { gt: ctx.clock.now() } }],
    },
  });
  if (count === 0)
    throw new DomainError('invalid', { field: 'code', reason: 'identity.wrong-recovery-code' });
  return ctx.prisma.recoveryCode.count({ where: { personId, expiresAt: null } });
}
