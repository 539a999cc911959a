import type { TransactionContext } from '../../context';
import { copyAttachments } from '../../files/index.server';
import { evidenceKind } from '../drafting/attachment-kind';
import { asInherited, heirsOf } from './heirs.query.server';
import { obligationLifecycle } from '../lifecycle';
import type { HeldAgreement } from '../move-agreement.server';
import { samePromises } from '../rules/same-promise';

/**
 * What an amendment promises in the same words as what it replaces goes on as it stands: what was reported, accepted or
 * paid meanwhile, with its evidence, is not done or paid a second time; also where who promised was merged meanwhile.
 */
export async function carryPromises(
  ctx: TransactionContext,
  { amended, amendment }: { amended: HeldAgreement; amendment: HeldAgreement },
): Promise<void> {
  const heirs = await heirsOf(ctx, amended);
  const begun = amended.obligations
    .filter(({ state }) => state !== obligationLifecycle.initial)
    .map((row) => asInherited(row, heirs));
  for (const [old, row] of samePromises(begun, amendment.obligations)) {
    // Where it stood, by the life cycle, in the text before.
    const { state: to } = old;
    await ctx.prisma.obligation.update({
      where: { id: row.id },
      data: {
        ...{ state: to, report: old.report, reportedAt: old.reportedAt, reportedBy: old.reportedBy },
        ...{ acceptedFor: old.acceptedFor, acceptedBy: old.acceptedBy, doneAt: old.doneAt },
        ...{ reply: old.reply, cureBy: old.cureBy, reminded: old.reminded },
        ...{ releasedAt: old.releasedAt, releasedBy: old.releasedBy },
        ...{ writtenOffAt: old.writtenOffAt, writtenOffBy: old.writtenOffBy, writtenOff: old.writtenOff },
      },
    });
    await ctx.prisma.obligation.update({ where: { id: old.id }, data: { carriedTo: row.id } });
    await copyAttachments(ctx, { subjectKind: evidenceKind, from: old.id, to: row.id });
  }
}
