import { analyseOpinions, type OpinionAnalysis } from './analyse-opinions';
import type { VoteCount } from './count-votes';
import type { Direction } from './representative-statements';
import { smoothGroupCount, type GroupCountMemory } from './smooth-group-count';
import { VoteCollector, type Vote, type VoteMatrix } from './vote-matrix';

/** The answers of a conversation, as they cross over to the thread that analyses them. */
export interface AnswersToDraw {
  /** Ids of all who take part, and of what they answered the place in this list. */
  participants: string[];
  participantOf: Int32Array;
  /** Numbers of the statements that count, whether answered or not. */
  statements: number[];
  statementOf: Int32Array;
  answers: Int8Array;
  memory: GroupCountMemory | null;
  /** The report counts anew, without what was shown before. */
  final: boolean;
}

/** A statement in the picture, by its number. */
export interface PicturedStatement extends VoteCount {
  number: number;
  direction: Direction;
}

/** What is shown of a conversation's answers: nothing of a group under five people, no single person. */
export interface Picture {
  participants: number;
  answers: number;
  /** People by place on the map, put together on a grid from -1 to 1, and group from 0. */
  places: { x: number; y: number; group: number; people: number }[];
  groups: { people: number; x: number; y: number; known: (PicturedStatement & { share: number })[] }[];
  /** People who stand in groups too small to be shown. */
  hidden: number;
  /** What all groups agree on, or reject, most strongly first. */
  common: (PicturedStatement & { groupInformed: number; shares: number[] })[];
  /** Where the groups part, most widely first: the share that agrees, by group. */
  divisive: { number: number; shares: number[] }[];
  /** All answers by statement. */
  everyone: ({ number: number } & VoteCount)[];
  /** How much each statement should be shown next. */
  priorities: [number, number][];
}

/** Where people stand towards each other, without what they hold of any statement. */
export type OpinionMap = Pick<Picture, 'participants' | 'places' | 'hidden'> & {
  groups: { people: number; x: number; y: number }[];
};

/** What is shown while people still answer: nobody is to answer as the others do. */
export function mapOf({ participants, places, hidden, groups }: Picture): OpinionMap {
  return { participants, places, hidden, groups: groups.map(({ people, x, y }) => ({ people, x, y })) };
}

const gridSteps = 24;
const rounded = (value: number) => Math.round(value * 1000) / 1000;

export function matrixOf(given: AnswersToDraw): VoteMatrix {
  const collector = new VoteCollector();
  const participants = given.participants.map((id) => collector.participant(id));
  const statements = new Map(given.statements.map((number) => [number, collector.statement(String(number))]));
  given.answers.forEach((answer, at) => {
    const [participant, statement] = [
      participants[given.participantOf[at] as number],
      statements.get(given.statementOf[at] as number),
    ];
    if (participant !== undefined && statement !== undefined)
      collector.add(participant, statement, answer as Vote);
  });
  return collector.matrix();
}

/**
 * The picture of a conversation from its answers. While it grows, the number of groups changes only when several
 * drawings in a row find another. Nobody, one statement, or all of one mind: a picture without groups.
 */
export function drawPicture(given: AnswersToDraw): { picture: Picture; memory: GroupCountMemory } {
  const matrix = matrixOf(given);
  const free = analyseOpinions(matrix);
  const found = Math.max(1, free.groups.length);
  const memory = smoothGroupCount(given.final ? null : given.memory, found);
  const analysis = memory.k > 1 && memory.k !== found ? analyseOpinions(matrix, { groups: memory.k }) : free;
  return { picture: pictureOf(matrix, analysis), memory };
}

function pictureOf(matrix: VoteMatrix, analysis: OpinionAnalysis): Picture {
  const numberOf = (statement: number) => Number(matrix.statements[statement]);
  const sharesOf = (statement: number) =>
    analysis.groups.map(({ counts }) => agreeingShare(counts[statement]));
  const extent = Math.max(1e-9, ...analysis.points.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))));
  return {
    participants: matrix.participants.length,
    answers: matrix.voteOf.length,
    places: placesOf(analysis, extent),
    groups: analysis.groups.map(({ people, middle, representative }) => ({
      people,
      x: rounded(middle.x / extent),
      y: rounded(middle.y / extent),
      known: representative.map(({ statement, direction, share, count }) => ({
        number: numberOf(statement),
        direction,
        share: rounded(share),
        ...count,
      })),
    })),
    hidden: analysis.hidden,
    common: analysis.consensus.map(({ statement, direction, groupInformed, count }) => ({
      number: numberOf(statement),
      direction,
      groupInformed: rounded(groupInformed),
      shares: sharesOf(statement),
      ...count,
    })),
    divisive: analysis.divisive.map(({ statement }) => ({
      number: numberOf(statement),
      shares: sharesOf(statement),
    })),
    everyone: analysis.everyone.map((count, statement) => ({ number: numberOf(statement), ...count })),
    priorities: analysis.priorities.map((priority, statement) => [numberOf(statement), rounded(priority)]),
  };
}

/** Of those in the group who answered, how many agreed; 0 where nobody did. */
function agreeingShare(count: VoteCount | undefined): number {
  return count && count.answers > 0 ? rounded(count.agrees / count.answers) : 0;
}

function placesOf({ points, groupOf }: OpinionAnalysis, extent: number): Picture['places'] {
  const places = new Map<string, Picture['places'][number]>();
  const onGrid = (value: number) => Math.round((value / extent) * gridSteps) / gridSteps;
  points.forEach((point, row) => {
    const group = groupOf[row] ?? -1;
    if (group < 0) return;
    const [x, y] = [onGrid(point.x), onGrid(point.y)];
    const key = `${x} ${y} ${group}`;
    const place = places.get(key) ?? { x: rounded(x), y: rounded(y), group, people: 0 };
    place.people += 1;
    places.set(key, place);
  });
  return [...places.values()];
}
