import type { TransactionContext } from '../../context';
import { draftFields } from './draft-fields.server';

/** Keeps the text as it stands now under its number, as the form shows it: what was agreed on the way stays readable. */
export async function keepVersion(ctx: TransactionContext, agreementId: string): Promise<void> {
  const agreement = await ctx.prisma.agreement.findUniqueOrThrow({
    where: { id: agreementId },
    include: { parties: true, obligations: true },
  });
  const { actor } = ctx;
  if (actor.kind !== 'person' || !actor.actingFor) return;
  const fields = JSON.stringify(await draftFields(ctx, agreement));
  const by = { organisationId: actor.actingFor.organisationId, personId: actor.personId };
  const key = { agreementId, version: agreement.version };
  await ctx.prisma.agreementVersion.upsert({
    where: { agreementId_version: key },
    create: { ...key, ...by, fields, createdAt: ctx.clock.now() },
    update: { ...by, fields, createdAt: ctx.clock.now() },
  });
}
