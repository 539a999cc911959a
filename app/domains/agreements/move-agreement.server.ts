import type { TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { agreementEvents } from './events';
import { agreementLifecycle } from './lifecycle';
import { stepOf } from '~/lib/lifecycle';
import type { Prisma } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

const whole = { parties: true, obligations: true } as const;
export type HeldAgreement = Prisma.AgreementGetPayload<{ include: typeof whole }>;

/** The agreement, held until the transaction ends, so that nobody signs what is being undone. Throws `not-found`. */
export async function heldAgreement(ctx: TransactionContext, agreementId: string): Promise<HeldAgreement> {
  await lockRow(ctx, 'Agreement', agreementId);
  const agreement = await ctx.prisma.agreement.findUnique({ where: { id: agreementId }, include: whole });
  if (!agreement) throw new DomainError('not-found');
  return agreement;
}

export type AgreementEvent = Parameters<
  typeof stepOf<string, (typeof agreementLifecycle.transitions)[number]['event']>
>[1];

/** Takes the step that the table has for the event, with what else changes. Throws `conflict` where the state is another. */
export async function moveAgreement(
  ctx: TransactionContext,
  agreement: { id: string; version: number },
  { event, data = {} }: { event: AgreementEvent; data?: Prisma.AgreementUpdateManyMutationInput },
): Promise<void> {
  const { from, to } = stepOf(agreementLifecycle, event);
  const moved = await ctx.prisma.agreement.updateMany({
    where: { id: agreement.id, version: agreement.version, state: { in: from } },
    data: { ...data, state: to },
  });
  if (moved.count === 0) throw new DomainError('conflict', { reason: 'changed-meanwhile' });
}

type Told = Pick<HeldAgreement, 'id' | 'title' | 'areaId' | 'proposalId'> & {
  parties: readonly { organisationId: string }[];
};

/** Appends an event about the agreement, told to its parties. */
export async function tellOfAgreement(
  ctx: TransactionContext,
  agreement: Told,
  { type, ...data }: { type: keyof typeof agreementEvents } & Record<string, unknown>,
): Promise<void> {
  const { id, title, areaId, proposalId, parties } = agreement;
  await appendEvent(ctx, agreementEvents, {
    type,
    subjectKind: 'agreement',
    subjectId: id,
    areaId,
    publicData: { title, proposalId, ...data },
    privateData: { partyIds: parties.map((party) => party.organisationId) },
  });
}
