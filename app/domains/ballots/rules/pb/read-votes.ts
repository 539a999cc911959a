import type { PbProject, PbVote } from './pb-file';
import type { Remarks } from './remarks';
import { valuesOf, type Section } from './sections';

/** The VOTES section. A project that a vote names twice counts once; "none" or nothing is an empty ballot. */
export function readVotes(section: Section, projects: PbProject[], remarks: Remarks): PbVote[] {
  const ids = new Set(projects.map((project) => project.id));
  const voters = new Set<string>();
  const votes = section.rows.flatMap((row): PbVote[] => {
    const fields = valuesOf(row, section.columns, remarks);
    if (!fields) return [];
    const voterId = fields.get('voter_id') ?? '';
    if (row.fields.length <= section.columns.indexOf('vote'))
      remarks.fault(row.line, 'field-missing', 'vote');
    if (voters.has(voterId)) remarks.notice(row.line, 'voter-repeated', voterId);
    voters.add(voterId);
    const named = projectsNamed(fields.get('vote') ?? '', ids);
    const unknown = named.find((id) => !ids.has(id));
    if (unknown !== undefined) remarks.fault(row.line, 'unknown-project', unknown);
    const distinct = [...new Set(named)];
    if (distinct.length < named.length) remarks.notice(row.line, 'project-repeated-in-vote', voterId);
    fields.delete('voter_id');
    fields.delete('vote');
    return [{ voterId, projects: distinct, fields }];
  });
  return votes;
}

function projectsNamed(vote: string, ids: Set<string>): string[] {
  if (vote.toLowerCase() === 'none' && !ids.has(vote)) return [];
  return vote
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
