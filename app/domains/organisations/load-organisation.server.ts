import { mandates } from '../actor';
import type { Mandate } from '../actor';
import type { TransactionContext } from '../context';
import { DomainError } from '../domain-error';
import { appendEvent } from '../ledger/index.server';
import { organisationEvents } from './events';
import type { Transaction } from '~/platform/db/database.server';
import { lockRow } from '~/platform/db/lock-row';

/** The organisation, held until the transaction ends: who belongs to it changes one after the other. */
export async function lockOrganisation(tx: Transaction, id: string) {
  await lockRow(tx, 'Organisation', id);
  const organisation = await tx.prisma.organisation.findUnique({ where: { id } });
  if (!organisation) throw new DomainError('not-found');
  return organisation;
}

export interface OrganisationEvent {
  type: keyof typeof organisationEvents;
  organisation: { id: string; name: string; areaId: string };
  reason?: string;
  /** The name of the other organisation. */
  other?: string;
  /** Whom it concerns, where that is not the whole organisation. */
  personId?: string;
}

/** Appends an event about the organisation. */
export async function tellOfOrganisation(
  ctx: TransactionContext,
  { type, organisation, reason, other, personId }: OrganisationEvent,
): Promise<void> {
  await appendEvent(ctx, organisationEvents, {
    type,
    subjectKind: 'organisation',
    subjectId: organisation.id,
    areaId: organisation.areaId,
    publicData: {
      title: organisation.name,
      ...(reason === undefined ? {} : { reason }),
      ...(other === undefined ? {} : { other }),
    },
    ...(personId === undefined ? {} : { privateData: { personId } }),
  });
}

/** The mandate that the person has now, whatever the session still says. */
export async function mandateOf(
  tx: Transaction,
  organisationId: string,
  personId: string,
): Promise<Mandate | null> {
  const row = await tx.prisma.organisationMember.findUnique({
    where: { organisationId_personId: { organisationId, personId } },
    select: { mandate: true },
  });
  return mandates.find((mandate) => mandate === row?.mandate) ?? null;
}

export async function hasOwner(tx: Transaction, organisationId: string): Promise<boolean> {
  return (await tx.prisma.organisationMember.count({ where: { organisationId, mandate: 'owner' } })) > 0;
}
