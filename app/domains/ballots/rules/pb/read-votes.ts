import { compareAmounts, parseAmount, sumAmounts, type DecimalAmount } from '../budget/amounts';
import { parsePoints } from '../budget/points';
import type { FieldRow } from '~/lib/csv/field-rows';
import type { PbCounting, PbProject, PbVote } from './pb-file';
import { readPointed } from './read-pointed';
import type { Remarks } from './remarks';
import { valuesOf, type Section } from './sections';

interface Reading {
  section: Section;
  ids: ReadonlySet<string>;
  remarks: Remarks;
}

/**
 * The VOTES section; "none" or nothing is an empty ballot. A project that a vote names twice counts once: as first
 * ranked, and with the points that it was given last.
 */
export function readVotes(
  section: Section,
  { projects, counting }: { projects: PbProject[]; counting: PbCounting },
  remarks: Remarks,
): PbVote[] {
  const reading = { section, ids: new Set(projects.map((project) => project.id)), remarks };
  const pointed = counting.voteType === 'cumulative' || counting.voteType === 'scoring';
  if (pointed && !section.columns.includes('points')) {
    remarks.fault(section.line + 1, 'column-missing', 'points');
    return [];
  }
  const voters = new Set<string>();
  const above = limitsOf(counting);
  return section.rows.flatMap((row): PbVote[] => {
    const fields = valuesOf(row, section.columns, remarks);
    if (!fields) return [];
    const voterId = fields.get('voter_id') ?? '';
    if (row.fields.length <= section.columns.indexOf('vote'))
      remarks.fault(row.line, 'field-missing', 'vote');
    if (voters.has(voterId)) remarks.notice(row.line, 'voter-repeated', voterId);
    voters.add(voterId);
    const vote = pointed ? readPointed(fields, row.line, reading) : readNamed(fields, row, reading);
    if (vote.repeats) remarks.notice(row.line, 'project-repeated-in-vote', voterId);
    if (vote.points && above(vote.points)) remarks.notice(row.line, 'points-above-limit', voterId);
    if (counting.maximumLength !== null && vote.projects.length > counting.maximumLength)
      remarks.notice(row.line, 'ranks-beyond-maximum', voterId);
    fields.delete('voter_id');
    fields.delete('vote');
    if (pointed) fields.delete('points');
    return [{ voterId, projects: vote.projects, points: vote.points, fields }];
  });
}

function readNamed(fields: Map<string, string>, { line }: FieldRow, { ids, remarks }: Reading) {
  const named = projectsNamed(fields.get('vote') ?? '', ids);
  const unknown = named.find((id) => !ids.has(id));
  if (unknown !== undefined) remarks.fault(line, 'unknown-project', unknown);
  const projects = [...new Set(named)];
  return { projects, points: null, repeats: projects.length < named.length };
}

function projectsNamed(vote: string, ids: ReadonlySet<string>): string[] {
  if (vote.toLowerCase() === 'none' && !ids.has(vote)) return [];
  return vote
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** Whether points are more than a ballot may give: they are counted as they stand, and told of. */
function limitsOf({ maximumPoints, maximumSumOfPoints }: PbCounting): (points: string[]) => boolean {
  const most = maximumPoints === null ? null : parseAmount(maximumPoints);
  const mostInAll = maximumSumOfPoints === null ? null : parseAmount(maximumSumOfPoints);
  const isAbove = (amount: DecimalAmount, limit: DecimalAmount | null) =>
    limit !== null && compareAmounts(amount, limit) > 0;
  return (points) => {
    const amounts = points.map(parsePoints);
    return isAbove(sumAmounts(amounts), mostInAll) || amounts.some((amount) => isAbove(amount, most));
  };
}
