import type { Context, ReadContext, TransactionContext } from '../context';
import { inTransaction } from '../in-transaction.server';
import { doOnce, forgetDone } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { lockOrganisation, mandateOf, tellOfOrganisation } from './load-organisation.server';
import { mayManageMembers } from './policy';
import { signingRight } from './rules/signing-right';
import { endOfDay } from '~/lib/time/days';
import { newId } from '~/platform/ids';

export interface NamedSignatoryInput {
  personId: string;
  /** The name as on the identity card, which the owner has checked. */
  name: string;
  scope: string;
  /** In fen; null without a limit. */
  limitFen: bigint | null;
  /** The last day, or empty. */
  expiresOn: string;
}

/** The owner names a member who may sign, with scope, limit and last day. Owners name themselves to have their name stand. */
export async function nameSignatory(
  ctx: Context,
  organisationId: string,
  input: NamedSignatoryInput,
): Promise<string> {
  ensure(mayManageMembers(ctx.actor, organisationId));
  const { actor } = ctx;
  if (actor.kind !== 'person') throw new DomainError('signed-out');
  const now = ctx.clock.now();
  const expiresAt = input.expiresOn === '' ? null : endOfDay(input.expiresOn, ctx.configuration.timeZone);
  if (input.expiresOn !== '' && (!expiresAt || expiresAt < now))
    throw new DomainError('invalid', { field: 'expiresOn', reason: 'organisations.mandate-day' });
  const id = newId(now);
  return doOnce(ctx, 'organisation.signatory', async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    const mandate = await mandateOf(ctx, organisationId, input.personId);
    if (mandate === null || mandate === 'member')
      throw new DomainError('invalid', { field: 'personId', reason: 'organisations.signatory-acts' });
    await ctx.prisma.signingMandate.create({
      data: {
        ...{ id, organisationId, personId: input.personId, scope: input.scope, limitFen: input.limitFen },
        sealedName: ctx.keys.seal(input.name),
        ...{ expiresAt, grantedBy: actor.personId, createdAt: now },
      },
    });
    await tellOfOrganisation(ctx, { type: 'organisation.signatory-named', organisation });
    return id;
  });
}

/** The owner takes a signatory's mandate back: what was signed by it stays signed. */
export async function revokeSignatory(ctx: Context, organisationId: string, id: string): Promise<void> {
  ensure(mayManageMembers(ctx.actor, organisationId));
  await inTransaction(ctx, async (ctx) => {
    const organisation = await lockOrganisation(ctx, organisationId);
    const { count } = await ctx.prisma.signingMandate.updateMany({
      where: { id, organisationId, revokedAt: null },
      data: { revokedAt: ctx.clock.now() },
    });
    if (count === 0) throw new DomainError('conflict', { reason: 'already-decided' });
    await forgetDone(ctx, id);
    await tellOfOrganisation(ctx, { type: 'organisation.signatory-revoked', organisation });
  });
}

/** Those named, the newest first, for the owner alone: names are opened. */
export async function signatoriesOf(ctx: ReadContext, organisationId: string) {
  if (!mayManageMembers(ctx.actor, organisationId).allowed) return [];
  const rows = await ctx.database.read.signingMandate.findMany({
    where: { organisationId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    take: 100,
  });
  return rows.map(({ sealedName, id, personId, scope, limitFen, expiresAt }) => ({
    ...{ id, personId, scope, expiresAt, limitFen: limitFen === null ? null : String(limitFen) },
    name: ctx.keys.open(sealedName),
  }));
}

export interface SignatoryAsked {
  organisationId: string;
  personId: string;
  scope: string;
  amountFen: bigint;
}

/**
 * The right of a person to sign for an organisation as it stands in this transaction, whatever the session still says:
 * the membership, and the name that the owner has checked (null where none is on record). Throws `forbidden` with the
 * reason.
 */
export async function ensureMaySignFor(ctx: TransactionContext, asked: SignatoryAsked) {
  const { organisationId, personId, scope, amountFen } = asked;
  await lockOrganisation(ctx, organisationId);
  const mandate = await mandateOf(ctx, organisationId, personId);
  const named = await ctx.prisma.signingMandate.findMany({
    where: { organisationId },
    orderBy: { createdAt: 'asc' },
  });
  const right = signingRight({ personId, mandate, named, scope, amountFen, now: ctx.clock.now() });
  if (!right.allowed)
    throw new DomainError('forbidden', {
      reason: right.reason,
      ...(right.limitFen === undefined ? {} : { params: { yuan: Number(right.limitFen) / 100 } }),
    });
  const own = named.filter((one) => one.personId === personId && !one.revokedAt).at(-1);
  const row = right.by ?? own ?? null;
  return {
    mandate: mandate ?? 'representative',
    name: row ? ctx.keys.open(row.sealedName) : null,
  };
}
