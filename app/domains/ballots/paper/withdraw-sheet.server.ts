import type { Context } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import { lockForSheets } from './enter-sheet.server';

/**
 * Takes all readings of a sheet away, whoever read it and settled or not: its number was mistyped, so that it stands for
 * a sheet that is not in the box or for another one, and the ballot could never be counted, or by wrong papers. Nothing is
 * decided so: the right sheet is read by two people again, and the number and the reason are published. Throws
 * `forbidden` where sheets are not entered now, `invalid` at the field where no such sheet was entered.
 */
export async function withdrawSheet(
  ctx: Context,
  ballotId: string,
  { number, reason }: { number: number; reason: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const ballot = await lockForSheets(ctx, ballotId);
    const { count } = await ctx.prisma.paperSheet.deleteMany({ where: { ballotId, number } });
    if (count === 0)
      throw new DomainError('invalid', { field: 'withdrawn', reason: 'ballots.no-such-sheet' });
    await appendEvent(ctx, ballotEvents, {
      ...{ type: 'ballot.sheet-withdrawn', subjectKind: 'ballot', subjectId: ballotId },
      areaId: ballot.areaId,
      publicData: { title: ballot.title, sheet: number, reason },
    });
  });
}
