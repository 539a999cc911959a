import { analyseOpinions } from '~/domains/opinions/rules/analyse-opinions';
import { readComments, type StatementNote } from '~/domains/opinions/rules/files/read-comments';
import { readVotes } from '~/domains/opinions/rules/files/read-votes';
import { UnreadableVotes } from '~/domains/opinions/rules/files/unreadable-votes';
import type { VoteMatrix } from '~/domains/opinions/rules/vote-matrix';
import type { ResearchIo } from './research-io';
import { describeOpinions, summariseOpinions } from './opinions-output';
import { answerCall, bytesOf, onlyFile, readCall } from './research-call';
import { UsageError } from './usage-error';

const mostGroups = 20;

export const opinionsUsage = `Usage: gongzhi opinions VOTES.csv [options]

  VOTES.csv        Polis’ participants-votes table or its votes log; 1 agrees, -1 disagrees, 0 passes
  --comments FILE  Polis’ comments: statements with moderated -1 are left out
  --groups K       K groups, from 2 to ${mostGroups}, instead of a number found by silhouette
  --json           print the analysis as JSON
`;

/**
 * `gongzhi opinions`: groups of opinion from votes, without a database. Answers the exit code: 0, or 2 for an
 * unknown option or a broken file, with one line on stderr that names the first fault. docs/opinions.md says
 * what the fields of the JSON mean.
 */
export function runOpinions(args: string[], io: ResearchIo): Promise<number> {
  return answerCall('opinions', io, () => {
    const { values, positionals } = readCall(args, {
      comments: { type: 'string' },
      groups: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    });
    if (values.help) {
      io.stdout(opinionsUsage);
      return 0;
    }
    const file = onlyFile('opinions', positionals);
    const groups = values.groups === undefined ? null : groupsAsked(values.groups);
    const matrix: VoteMatrix = understood(file, () => readVotes(bytesOf(io, file)));
    const notes = notesOf(values.comments, io);
    const analysis = analyseOpinions(matrix, { ...flagsOf(notes), groups });
    const summary = summariseOpinions(matrix, analysis, notes);
    io.stdout(values.json ? `${JSON.stringify(summary)}\n` : describeOpinions(summary));
    return 0;
  });
}

function groupsAsked(text: string): number {
  const groups = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (groups >= 2 && groups <= mostGroups) return groups;
  throw new UsageError(`--groups must be a whole number from 2 to ${mostGroups}, not ${text}`);
}

function notesOf(file: string | undefined, io: ResearchIo): Map<string, StatementNote> {
  return file === undefined ? new Map() : understood(file, () => readComments(bytesOf(io, file)));
}

function flagsOf(notes: Map<string, StatementNote>) {
  const idsWhere = (holds: (note: StatementNote) => boolean) =>
    new Set([...notes].flatMap(([id, note]) => (holds(note) ? [id] : [])));
  return { moderatedOut: idsWhere(({ moderated }) => moderated === -1), meta: idsWhere(({ meta }) => meta) };
}

/** Turns what is wrong in a file into words for the person who called. */
function understood<Result>(file: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableVotes)) throw error;
    throw new UsageError(`${file}, line ${error.line}: ${error.message}`);
  }
}
