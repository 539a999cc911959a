import { expect, it } from 'vitest';
import { ballotWalk } from '~/i18n/ballot-walk';
import { hasKey } from '~/i18n/catalogue';
import { questionNames, questionsOf } from './questions';
import type { QuestionedBallot } from './questions';

const now = new Date('2026-12-01T00:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3600_000);
const sound: QuestionedBallot = {
  ...{ kind: 'single-choice', standing: 'consultation', secret: 'secret', electorateKind: 'residents' },
  ...{ minimumAge: 18, votes: 40, thresholdPercent: 50, opensAt: inHours(72), closesAt: inHours(240) },
};
const two = [
  { label: '长椅', costFen: 4000_00 },
  { label: '花坛', costFen: 5000_00 },
];
const asked = (change: Partial<QuestionedBallot>, options = two) =>
  questionsOf({ ...sound, ...change }, options, now).map(({ step, ask }) => `${step} ${ask}`);

it('asks nothing of a ballot that is as ballots are', () => {
  expect(asked({})).toEqual([]);
  expect(asked({ kind: 'budget', budget: 6000_00, paperBudget: 5000_00 })).toEqual([]);
});

it('asks of a budget that decides nothing, and names the projects that nobody can fund or choose', () => {
  expect(asked({ kind: 'budget', budget: 9000_00 })).toEqual(['options every-project']);
  const [question] = questionsOf(
    { ...sound, kind: 'budget', budget: 4500_00, paperBudget: 4000_00 },
    two,
    now,
  );
  expect(question).toEqual({ step: 'options', ask: 'project-too-dear', options: ['花坛'] });
  expect(asked({ kind: 'budget', budget: 4500_00, paperBudget: 3000_00 })).toEqual([
    'options project-too-dear',
    'options paper-too-small',
  ]);
});

it('asks of limits that limit nothing', () => {
  expect(asked({ kind: 'approval', maximumChoices: 2 })).toEqual(['options choices-unlimited']);
  expect(asked({ kind: 'single-choice', maximumChoices: 2, seats: 5 })).toEqual([]);
  expect(asked({ kind: 'ranking', seats: 2 })).toEqual(['rule all-elected']);
  expect(asked({ thresholdPercent: 0, quorumPercent: 95 })).toEqual(['rule no-threshold', 'rule quorum-all']);
});

it('asks of voters and of times', () => {
  expect(asked({ minimumAge: 0 })).toEqual(['electorate any-age']);
  expect(asked({ electorateKind: 'roll', minimumAge: 0, votes: null })).toEqual(['electorate roll-empty']);
  expect(asked({ electorateKind: 'roll', votes: 3 })).toEqual([]);
  expect(asked({ votes: 0 })).toEqual(['electorate nobody']);
  const statutory = { standing: 'statutory-record', secret: 'open' };
  expect(asked(statutory)).toEqual(['electorate statutory-accounts', 'rule open-statutory']);
  expect(asked({ ...statutory, electorateKind: 'roll' })).toEqual(['rule open-statutory']);
  expect(asked({ opensAt: inHours(-1), closesAt: inHours(3) })).toEqual([
    'times opens-at-once',
    'times voting-short',
  ]);
  expect(asked({ opensAt: inHours(2), closesAt: inHours(26) })).toEqual(['times opens-soon']);
  expect(asked({ closesAt: inHours(24 * 200) })).toEqual(['times voting-long']);
});

it('has words for each question', () => {
  expect(questionNames.filter((name) => !hasKey(ballotWalk, `ask.${name}`))).toEqual([]);
});
