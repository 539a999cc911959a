import type { PbFields, PbFile } from './pb-file';
import { writeSemicolonRow } from './write-row';

/** The election as a .pb file (UTF-8, LF). Reading it gives the same election; numbers of projects and votes are set anew. */
export function writePb(file: PbFile): string {
  const meta = new Map(file.meta);
  meta.set('num_projects', String(file.projects.length));
  meta.set('num_votes', String(file.votes.length));
  meta.set('budget', file.budget);
  const projectColumns = columnsOf(file.projects);
  const voteColumns = columnsOf(file.votes);
  // Also where nobody voted: the format asks for the column.
  const { voteType } = file.counting;
  const pointed = voteType === 'cumulative' || voteType === 'scoring';
  return [
    'META\n',
    writeSemicolonRow(['key', 'value']),
    ...[...meta].map((entry) => writeSemicolonRow(entry)),
    'PROJECTS\n',
    writeSemicolonRow(['project_id', 'cost', ...projectColumns]),
    ...file.projects.map(({ id, cost, fields }) =>
      writeSemicolonRow([id, cost, ...valuesOf(fields, projectColumns)]),
    ),
    'VOTES\n',
    writeSemicolonRow(['voter_id', 'vote', ...(pointed ? ['points'] : []), ...voteColumns]),
    ...file.votes.map(({ voterId, projects, points, fields }) =>
      writeSemicolonRow([
        voterId,
        projects.join(','),
        ...(pointed ? [points?.join(',') ?? ''] : []),
        ...valuesOf(fields, voteColumns),
      ]),
    ),
  ].join('');
}

function columnsOf(rows: { fields: PbFields }[]): string[] {
  return [...new Set(rows.flatMap(({ fields }) => [...fields.keys()]))];
}

function valuesOf(fields: PbFields, columns: string[]): string[] {
  return columns.map((column) => fields.get(column) ?? '');
}
