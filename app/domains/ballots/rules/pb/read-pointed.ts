import { parsePoints } from '../budget/points';
import type { Remarks } from './remarks';

/** Ids and points of one vote, place by place; points as decimal text with a point. */
export function readPointed(
  fields: ReadonlyMap<string, string>,
  line: number,
  { ids, remarks }: { ids: ReadonlySet<string>; remarks: Remarks },
): { projects: string[]; points: string[]; repeats: boolean } {
  const none = { projects: [], points: [], repeats: false };
  const vote = fields.get('vote') ?? '';
  const named = vote.toLowerCase() === 'none' && !ids.has(vote) ? [] : listOf(vote);
  const given = listOf(fields.get('points') ?? '');
  if (named.length === 0 && given.every(isNothing)) return none;
  if (named.length !== given.length) {
    remarks.fault(line, 'points-differ', `${named.length} ≠ ${given.length}`);
    return none;
  }
  const pointsOf = new Map<string, string>();
  named.forEach((id, at) => {
    if (!ids.has(id)) remarks.fault(line, 'unknown-project', id);
    else pointsOf.set(id, readPoints(given[at] ?? '', line, remarks));
  });
  return {
    projects: [...pointsOf.keys()],
    points: [...pointsOf.values()],
    repeats: pointsOf.size < named.length,
  };
}

/** Spreadsheets leave commas behind the last entry. */
function listOf(text: string): string[] {
  const entries = text.split(',').map((entry) => entry.trim());
  while (entries.at(-1) === '') entries.pop();
  return entries;
}

const isNothing = (text: string) => /^[+-]?0*(?:\.0*)?$/.test(text) || /^none$/i.test(text);

/** Points as they stand, with a fault where they are none. */
export function readPoints(text: string, line: number, remarks: Remarks): string {
  try {
    parsePoints(text);
    return text;
  } catch {
    remarks.fault(line, 'not-points', text);
    return '0';
  }
}
