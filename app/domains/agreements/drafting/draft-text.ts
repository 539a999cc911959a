import { fieldOf, mostObligations, obligationColumns } from '../rules/obligation-rows';
import type { FieldValues } from '~/lib/form-state';

/** All that is promised, line by line, so that a changed amount is seen as well as a changed word. */
export function draftText(fields: FieldValues, names: Record<string, string>): string {
  const one = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const parties = [fields.partyIds ?? []].flat().map((id) => names[id] ?? id);
  const rows = Array.from({ length: mostObligations }, (_none, at) => {
    const cells = obligationColumns.map((column) => {
      const cell = one(fieldOf(column, at + 1));
      return column === 'party' || column === 'payer' ? (names[cell] ?? cell) : cell;
    });
    return cells.filter((cell) => cell !== '').join(' · ');
  }).filter((line) => line !== '');
  const files = [fields.files ?? []].flat();
  return [one('title'), one('body'), ...rows, parties.join(' · '), one('endsOn'), ...files].join('\n');
}
