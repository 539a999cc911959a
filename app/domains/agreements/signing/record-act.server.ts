import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { mayReadAgreement, ownParty } from '../policy';
import { cutText } from '~/lib/texts/cut-text';

const longestDevice = 200;

export interface Act {
  act: 'opened' | 'read' | 'signed';
  device: string;
}

/** Writes who did what with this version of the text, when and by which program; the first time counts. */
export async function recordAct(
  ctx: TransactionContext,
  agreement: { id: string; version: number; parties: readonly { organisationId: string }[] },
  { act, device }: Act,
): Promise<void> {
  const own = ownParty(ctx.actor, agreement);
  if (!own || ctx.actor.kind !== 'person') return;
  const key = {
    ...{ agreementId: agreement.id, version: agreement.version, act },
    ...{ organisationId: own.organisationId, personId: ctx.actor.personId },
  };
  await ctx.prisma.agreementAct.upsert({
    where: { agreementId_version_act_organisationId_personId: key },
    create: { ...key, device: cutText(device, longestDevice), createdAt: ctx.clock.now() },
    update: {},
  });
}

/** Notes that a party has opened the frozen text, or has it read to its end. Others leave no trace. */
export async function noteReading(ctx: Context, agreementId: string, given: Act): Promise<void> {
  const agreement = await ctx.database.read.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: true },
  });
  if (agreement?.state !== 'frozen' || !mayReadAgreement(ctx.actor, agreement).allowed) return;
  const own = ownParty(ctx.actor, agreement);
  if (!own || ctx.actor.kind !== 'person') return;
  const known = await ctx.database.read.agreementAct.count({
    where: {
      agreementId,
      version: agreement.version,
      act: given.act,
      personId: ctx.actor.personId,
      organisationId: own.organisationId,
    },
  });
  if (known === 0) await inTransaction(ctx, (ctx) => recordAct(ctx, agreement, given));
}
