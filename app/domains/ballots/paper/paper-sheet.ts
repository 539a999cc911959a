import { z } from 'zod';
import { inPublishedOrder } from '../casting/read-budget-paper';
import type { BallotRules, Choice } from '../rules/kinds';
import { fieldOfFault } from '../casting/field-of-fault';
import { DomainError } from '../../domain-error';
import { validateChoice } from '../rules/validate-choice';
import type { ChoiceFault } from '../rules/validate-choice';
import { numberField } from '~/lib/numbers/number-field';

/** In place of a choice: the voter has taken a sheet of paper, and has no second vote. */
export const handedOutMark = 'handed-out';

/** A sheet that the rules do not allow: it is published and counted as invalid. */
export const spoiltPaper = { kind: 'spoilt' } as unknown as Choice;

/** The number written on a sheet stands for its receipt, so that anyone may lay the sheets beside the published list. */
export function sheetReceipt(number: number): string {
  return `sheet${String(number).padStart(5, '0')}`;
}

const sheetNumber = numberField(z.number().int().min(1).max(99_999));
export const sheetNumberSchema = z.object({ number: sheetNumber });
/** Under a name of its own: on the same page a number waits to be entered. */
export const withdrawSheetSchema = z.object({
  withdrawn: sheetNumber,
  reason: z.string().trim().min(4).max(500),
});

/**
 * The choice as one text for all ways to write it, so that two readings can be compared. What the rules do
 * not allow is spoilt.
 */
export function sheetText(rules: BallotRules, choice: Choice): string {
  if (!validateChoice(rules, choice).ok) return JSON.stringify(spoiltPaper);
  if (choice.kind !== 'budget') return JSON.stringify(inOrder(choice, rules.options));
  const ranked = rules.kind === 'budget' && rules.voteType === 'ranking';
  return JSON.stringify(inPublishedOrder(choice, rules.options, ranked));
}

/** What whoever reads a sheet is told of it; whoever votes is told to change the own paper. */
const sheetReasons: Partial<Record<ChoiceFault, string>> = {
  'points-over-total': 'ballots.sheet-points-over-total',
  'points-too-many-each': 'ballots.sheet-points-too-many-each',
  'points-not-whole': 'ballots.sheet-points-not-whole',
  'rank-repeated': 'ballots.sheet-rank-repeated',
  'score-out-of-range': 'ballots.sheet-score-out-of-range',
  'too-many': 'ballots.sheet-too-many',
  'too-expensive': 'ballots.sheet-too-expensive',
};

/**
 * Throws `invalid` at the field where the rules do not allow what was typed: a slip of the hand would settle a good sheet
 * as invalid. Whoever reads it corrects that, or says that the sheet is spoilt.
 */
export function ensureReadRight(rules: BallotRules, choice: Choice): void {
  const verdict = validateChoice(rules, choice);
  if (verdict.ok) return;
  const { reason, option, params = {} } = verdict;
  throw new DomainError('invalid', {
    ...{ field: fieldOfFault(rules, option), params },
    reason: sheetReasons[reason] ?? 'ballots.sheet-not-allowed',
  });
}

function inOrder(choice: Exclude<Choice, { kind: 'budget' }>, options: string[]): Choice {
  const sorted = (ids: string[]) => options.filter((id) => ids.includes(id));
  const record = <Value>(values: Record<string, Value>): Record<string, Value> =>
    Object.fromEntries(
      sorted(Object.keys(values)).flatMap((id) => {
        const value = values[id];
        return value === undefined ? [] : [[id, value]];
      }),
    );
  switch (choice.kind) {
    case 'support':
      return { kind: choice.kind, answers: record(choice.answers) };
    case 'score':
      return { kind: choice.kind, scores: record(choice.scores) };
    case 'ranking':
      return { kind: choice.kind, ranks: choice.ranks.map(sorted).filter((tier) => tier.length > 0) };
    case 'approval':
      return { kind: choice.kind, options: sorted(choice.options) };
    case 'single-choice':
      return choice;
  }
}

export interface SheetReadings {
  firstBy: string;
  firstChoice: string;
  secondBy: string | null;
  secondChoice: string | null;
  choice: string | null;
  settledBy: string | null;
}

/**
 * A sheet after one more reading. The first two readers may read again until they agree; where they differ a
 * third person's reading settles. Null where the sheet is settled already.
 */
export function readAgain(sheet: SheetReadings | null, reader: string, choice: string): SheetReadings | null {
  if (sheet === null)
    return {
      firstBy: reader,
      firstChoice: choice,
      secondBy: null,
      secondChoice: null,
      choice: null,
      settledBy: null,
    };
  if (sheet.choice !== null) return null;
  if (sheet.firstBy === reader) return settle({ ...sheet, firstChoice: choice });
  if (sheet.secondBy === null || sheet.secondBy === reader)
    return settle({ ...sheet, secondBy: reader, secondChoice: choice });
  return { ...sheet, choice, settledBy: reader };
}

function settle(sheet: SheetReadings): SheetReadings {
  return { ...sheet, choice: sheet.firstChoice === sheet.secondChoice ? sheet.firstChoice : null };
}
