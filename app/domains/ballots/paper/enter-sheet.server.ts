import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError, ensure } from '../../domain-error';
import { appendEvent } from '../../ledger/index.server';
import { ballotEvents } from '../events';
import { ensureReadRight, handedOutMark, readAgain, sheetText, spoiltPaper } from './paper-sheet';
import { mayEnterSheets } from '../policy';
import type { BallotRules, Choice } from '../rules/kinds';

export interface SheetEntry {
  number: number;
  /** What stands on it; null where its reader says that it is invalid. */
  choice: Choice | null;
}

/**
 * One person's reading of a sheet of paper. Answers whether the sheet is settled by it. Throws `forbidden`
 * where sheets are not entered now, `conflict` where the sheet is settled already, `invalid` at the field where the rules
 * do not allow what was typed and nobody has said that the sheet is spoilt.
 */
export async function enterSheet(
  ctx: Context,
  ballotId: string,
  entry: SheetEntry,
): Promise<'first' | 'agrees' | 'differs'> {
  const reader = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  return inTransaction(ctx, async (ctx) => {
    const ballot = await lockForSheets(ctx, ballotId);
    const key = { ballotId_number: { ballotId, number: entry.number } };
    const before = await ctx.prisma.paperSheet.findUnique({ where: key });
    const rules = JSON.parse(ballot.rules ?? '{}') as BallotRules;
    const sheet = readAgain(before, reader, sheetText(rules, entry.choice ?? spoiltPaper));
    if (!sheet)
      throw new DomainError('conflict', { field: 'number', reason: 'ballots.sheet-settled-already' });
    if (entry.choice !== null) ensureReadRight(rules, entry.choice);
    const data = { ...sheet, updatedAt: ctx.clock.now() };
    await ctx.prisma.paperSheet.upsert({
      where: key,
      create: { ballotId, number: entry.number, ...data },
      update: data,
    });
    if (sheet.settledBy !== null)
      await appendEvent(ctx, ballotEvents, {
        type: 'ballot.sheet-settled',
        subjectKind: 'ballot',
        subjectId: ballotId,
        areaId: ballot.areaId,
        publicData: { title: ballot.title },
        privateData: { number: entry.number, between: [sheet.firstBy, sheet.secondBy] },
      });
    if (sheet.secondBy === null) return 'first';
    return sheet.choice === null ? 'differs' : 'agrees';
  });
}

/** Whoever enters sheets holds the ballot's row, so that none comes in while they are declared complete. */
export async function lockForSheets(ctx: TransactionContext, ballotId: string) {
  await ctx.sql.run('UPDATE "Ballot" SET "paperVoting" = "paperVoting" WHERE "id" = ?', [ballotId]);
  const ballot = await ctx.prisma.ballot.findUnique({ where: { id: ballotId } });
  if (!ballot) throw new DomainError('not-found');
  ensure(mayEnterSheets(ctx.actor, ballot));
  return ballot;
}

/**
 * Declares that the box is empty: every sheet is in, read twice and settled, and there are no more of them
 * than were handed out. Only then the ballot is counted. Throws `conflict` with what is missing.
 */
export async function completeSheets(ctx: Context, ballotId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const ballot = await lockForSheets(ctx, ballotId);
    if (ballot.state !== 'counting') throw new DomainError('wrong-state', { reason: 'ballots.still-open' });
    const sheets = await ctx.prisma.paperSheet.count({ where: { ballotId } });
    const unsettled = await ctx.prisma.paperSheet.count({ where: { ballotId, choice: null } });
    const taken = await ctx.prisma.ballotPaper.count({ where: { ballotId, choice: handedOutMark } });
    if (unsettled > 0)
      throw new DomainError('conflict', { reason: 'ballots.sheets-unsettled', params: { unsettled } });
    if (sheets > taken)
      throw new DomainError('conflict', { reason: 'ballots.too-many-sheets', params: { sheets, taken } });
    await ctx.prisma.ballot.update({
      where: { id: ballotId },
      data: { sheetsCompleteAt: ctx.clock.now() },
    });
    await appendEvent(ctx, ballotEvents, {
      type: 'ballot.sheets-complete',
      subjectKind: 'ballot',
      subjectId: ballotId,
      areaId: ballot.areaId,
      publicData: { title: ballot.title, sheets, handedOut: taken },
    });
  });
}
