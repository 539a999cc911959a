import type { OpinionAnalysis } from '~/domains/opinions/rules/analyse-opinions';
import type { VoteCount } from '~/domains/opinions/rules/count-votes';
import type { StatementNote } from '~/domains/opinions/rules/files/read-comments';
import type { VoteMatrix } from '~/domains/opinions/rules/vote-matrix';

/** Six digits after the point: enough for people, and the same on every machine. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** What `gongzhi opinions --json` prints; docs/opinions.md describes the fields. */
export function summariseOpinions(
  matrix: VoteMatrix,
  analysis: OpinionAnalysis,
  notes: ReadonlyMap<string, StatementNote>,
) {
  const named = (statement: number) => {
    const id = matrix.statements[statement] ?? '';
    const text = notes.get(id)?.text;
    return text ? { id, text } : { id };
  };
  return {
    k: analysis.groups.length,
    groups: groupsByParticipant(matrix, analysis),
    consensus: analysis.consensus.map(({ statement, direction, share, shareTest, groupInformed, count }) => ({
      ...named(statement),
      direction,
      share: rounded(share),
      z: rounded(shareTest),
      groupInformed: rounded(groupInformed),
      ...count,
    })),
    representative: Object.fromEntries(
      analysis.groups.map(({ representative }, group) => [
        String(group),
        representative.map(({ statement, direction, share, shareTest, ratio, ratioTest, count }) => ({
          ...named(statement),
          direction,
          share: rounded(share),
          z: rounded(shareTest),
          ratio: rounded(ratio),
          ratioZ: rounded(ratioTest),
          ...count,
        })),
      ]),
    ),
    divisive: analysis.divisive.map(({ statement, most, least, test }) => ({
      ...named(statement),
      most: { group: most.group, share: rounded(most.share) },
      least: { group: least.group, share: rounded(least.share) },
      z: rounded(test),
    })),
    groupInformed: byStatement(matrix, analysis.groupInformed),
    priorities: byStatement(matrix, analysis.priorities),
    people: analysis.groups.map(({ people }) => people),
    hidden: analysis.hidden,
    silhouettes: Object.fromEntries(
      analysis.tried.map(({ k, silhouette }) => [String(k), rounded(silhouette)]),
    ),
    participants: matrix.participants.length,
    statements: matrix.statements.length,
    votes: matrix.voteOf.length,
  };
}

export type OpinionSummary = ReturnType<typeof summariseOpinions>;

function groupsByParticipant(matrix: VoteMatrix, { groupOf }: OpinionAnalysis): Record<string, number> {
  return Object.fromEntries(
    matrix.participants.flatMap((id, row) => {
      const group = groupOf[row] ?? -1;
      return group >= 0 ? [[id, group] as const] : [];
    }),
  );
}

/** Statements by falling value. */
function byStatement(matrix: VoteMatrix, values: (number | null)[]): { id: string; value: number }[] {
  return matrix.statements
    .flatMap((id, statement) => {
      const value = values[statement];
      return value === null || value === undefined ? [] : [{ id, value: rounded(value) }];
    })
    .sort((one, other) => other.value - one.value);
}

/** The analysis for people to read. */
export function describeOpinions(summary: OpinionSummary): string {
  const { participants, statements, votes, people, hidden } = summary;
  const lines = [`${votes} votes of ${participants} participants on ${statements} statements`];
  if (people.length === 0) lines.push('no group of at least 5 people can be shown');
  if (hidden > 0) lines.push(`${hidden} people stand in groups too small to be shown`);
  people.forEach((number, group) => {
    lines.push('', `group ${group}, ${number} people, is known by:`);
    for (const one of summary.representative[group] ?? []) lines.push(lineOf(one));
  });
  lines.push('', 'agreed across groups:', ...summary.consensus.map(lineOf));
  lines.push('', 'divides the groups:');
  for (const { most, least, ...one } of summary.divisive)
    lines.push(
      `  ${nameOf(one)}  group ${most.group} ${percent(most.share)}, group ${least.group} ${percent(least.share)}`,
    );
  return `${lines.join('\n')}\n`;
}

type Named = { id: string; text?: string };

function lineOf(one: Named & VoteCount & { direction: string }): string {
  return `  ${one.direction.padEnd(8)} ${nameOf(one)}  ${one.agrees} agree, ${one.disagrees} disagree of ${one.answers}`;
}

const nameOf = ({ id, text }: Named) => (text ? `${id} “${text.replaceAll(/\s+/g, ' ')}”` : id);
const percent = (share: number) => `${Math.round(share * 100)}%`;
