import type { TransactionContext } from '../../context';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { volunteeringEvents } from '../events';
import type { VolunteeringEventType } from '../events';
import type { SaidOf } from '../../ledger/define-events';
import { drawnCode } from '../certificates/certificate-content.server';

/** Throws `not-found`. */
export async function loadReward(tx: Pick<TransactionContext, 'prisma'>, id: string) {
  const reward = await tx.prisma.reward.findUnique({ where: { id } });
  if (!reward) throw new DomainError('not-found');
  return reward;
}
export type LoadedReward = Awaited<ReturnType<typeof loadReward>>;

/** By which a business finds what it hands over: eight characters without those that are read for others. */
export const newClaimCode = (): string => drawnCode(8);

/** Blanks and small letters are how people type: they make no other code. */
export const claimCodeText = (code: string): string => `reward:${code.replace(/[\s-]/g, '').toUpperCase()}`;

export interface ToldOfReward {
  type: VolunteeringEventType;
  reward: Pick<LoadedReward, 'id' | 'title' | 'areaId' | 'organisationId'>;
  volunteerId?: string;
  publicData?: SaidOf<typeof volunteeringEvents, VolunteeringEventType>;
}

/** Appends an event; answers its id. */
export function tellOfReward(
  ctx: TransactionContext,
  { type, reward, volunteerId, publicData = {} }: ToldOfReward,
): Promise<string> {
  return appendEvent(ctx, volunteeringEvents, {
    ...{ type, subjectKind: 'reward', subjectId: reward.id, areaId: reward.areaId },
    publicData: { title: reward.title, ...publicData },
    privateData: { organisationId: reward.organisationId, volunteerId },
  });
}
