import type { TypedStep } from './steps';

/** What of a ballot the questions are asked of. */
export interface QuestionedBallot {
  kind: string;
  standing: string;
  secret: string;
  electorateKind: string;
  minimumAge: number;
  /** How many would have a vote as things stand now; null where that is not known yet. */
  votes: number | null;
  opensAt: Date;
  closesAt: Date;
  maximumChoices?: number | undefined;
  seats?: number | undefined;
  thresholdPercent: number;
  quorumPercent?: number | undefined;
  budget?: number | undefined;
  paperBudget?: number | undefined;
}

export interface PutToVote {
  label: string;
  costFen: number | null;
}

/** Something that may be meant, and more often is not: whoever calls the ballot is asked, and led to the step that mends it. */
export interface Question {
  step: TypedStep;
  /** Its words are `ask.<ask>` of the catalogue. */
  ask: QuestionName;
  /** The options that it is about. */
  options: string[];
}

export const questionNames = [
  ...(['every-project', 'project-too-dear', 'paper-too-small', 'choices-unlimited', 'all-elected'] as const),
  ...(['any-age', 'roll-empty', 'nobody', 'statutory-accounts'] as const),
  ...(['open-statutory', 'no-threshold', 'quorum-all'] as const),
  ...(['opens-at-once', 'opens-soon', 'voting-short', 'voting-long'] as const),
] as const;
export type QuestionName = (typeof questionNames)[number];

const hour = 3600_000;
const day = 24 * hour;
const byShare = ['support', 'single-choice', 'approval'];

/** What to ask about a ballot that could be called as it is, in the order of the steps. */
export function questionsOf(
  ballot: QuestionedBallot,
  options: readonly PutToVote[],
  now: Date,
): readonly Question[] {
  return [
    ...ofOptions(ballot, options),
    ...ofVoters(ballot),
    ...ofRule(ballot, options.length),
    ...ofTimes(ballot, now),
  ];
}

const asks = (step: TypedStep, when: Partial<Record<QuestionName, boolean>>): Question[] =>
  questionNames.flatMap((ask) => (when[ask] === true ? [{ step, ask, options: [] }] : []));

function ofOptions(ballot: QuestionedBallot, options: readonly PutToVote[]): Question[] {
  const { kind, budget, paperBudget, maximumChoices } = ballot;
  const limited = kind === 'approval' || kind === 'budget';
  const without = limited && maximumChoices !== undefined && maximumChoices >= options.length;
  const loose = asks('options', { 'choices-unlimited': without });
  if (kind !== 'budget' || budget === undefined) return loose;
  const dearer = (than: number) => options.filter(({ costFen }) => (costFen ?? 0) > than);
  const sum = options.reduce((total, { costFen }) => total + (costFen ?? 0), 0);
  const named = (ask: QuestionName, those: readonly PutToVote[]): Question[] =>
    those.length === 0 ? [] : [{ step: 'options', ask, options: those.map(({ label }) => label) }];
  return [
    ...asks('options', { 'every-project': sum <= budget }),
    ...named('project-too-dear', dearer(budget)),
    ...named('paper-too-small', paperBudget === undefined ? [] : dearer(paperBudget)),
    ...loose,
  ];
}

function ofVoters({ electorateKind, minimumAge, standing, votes }: QuestionedBallot): Question[] {
  const isRoll = electorateKind === 'roll';
  return asks('electorate', {
    'any-age': electorateKind === 'residents' && minimumAge < 16,
    'roll-empty': isRoll && (votes ?? 0) === 0,
    nobody: !isRoll && votes === 0,
    // Who is due at a meeting is not who has an account.
    'statutory-accounts': standing === 'statutory-record' && !isRoll,
  });
}

function ofRule(ballot: QuestionedBallot, count: number): Question[] {
  const { kind, standing, secret, thresholdPercent, quorumPercent, seats = 1 } = ballot;
  return asks('rule', {
    'all-elected': (kind === 'ranking' || kind === 'score') && seats >= count,
    'open-statutory': standing === 'statutory-record' && secret === 'open',
    'no-threshold': byShare.includes(kind) && thresholdPercent === 0,
    'quorum-all': (quorumPercent ?? 0) >= 95,
  });
}

/** Who is told by mail reads it on the same day; a vote of minutes was asked about on its step. */
function ofTimes({ opensAt, closesAt }: QuestionedBallot, now: Date): Question[] {
  const ahead = Number(opensAt) - Number(now);
  const lasts = Number(closesAt) - Math.max(Number(opensAt), Number(now));
  return asks('times', {
    'opens-at-once': ahead <= 0,
    'opens-soon': ahead > 0 && ahead < day,
    'voting-short': lasts < day,
    'voting-long': lasts > 90 * day,
  });
}
