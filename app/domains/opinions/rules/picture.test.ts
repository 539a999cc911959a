import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyseOpinions } from './analyse-opinions';
import { drawPicture, type AnswersToDraw } from './picture';
import { readVotes } from './files/read-votes';
import { votesTable } from './files/write-opinion-files';

type Answers = [participant: number, statement: number, answer: number][];

function given(people: number, statements: number, answers: Answers, change: Partial<AnswersToDraw> = {}) {
  return {
    participants: Array.from({ length: people }, (_, at) => `p${String(at).padStart(4, '0')}`),
    participantOf: Int32Array.from(answers, ([participant]) => participant),
    statements: Array.from({ length: statements }, (_, at) => at + 1),
    statementOf: Int32Array.from(answers, ([, statement]) => statement),
    answers: Int8Array.from(answers, ([, , answer]) => answer),
    memory: null,
    final: true,
    ...change,
  };
}

/** Two camps over ten statements: they part on 1 to 8, all agree on 9, all reject 10. */
function camps(first: number, second: number): AnswersToDraw {
  const answers: Answers = [];
  for (let person = 0; person < first + second; person += 1)
    for (let statement = 1; statement <= 10; statement += 1) {
      const side = person < first ? 1 : -1;
      answers.push([person, statement, statement === 9 ? 1 : statement === 10 ? -1 : side]);
    }
  return given(first + second, 10, answers);
}

it('shows two camps, what both hold, and where they part', () => {
  const { picture } = drawPicture(camps(12, 8));
  expect(picture.groups.map(({ people }) => people)).toEqual([12, 8]);
  expect(picture.common.map(({ number, direction }) => [number, direction])).toEqual([
    [9, 'agree'],
    [10, 'disagree'],
  ]);
  expect(picture.divisive).toHaveLength(8);
  expect(picture.divisive[0]?.shares).toEqual([1, 0]);
  expect(picture.places.reduce((sum, place) => sum + place.people, 0)).toBe(20);
});

it('finds camps that are at right angles to where the search for them starts', () => {
  const answers: Answers = [];
  for (let person = 0; person < 14; person += 1)
    for (const statement of [1, 2, 3, 4, 5])
      answers.push([person, statement, statement === 3 || person < 8 === (statement % 2 === 1) ? 1 : -1]);
  expect(drawPicture(given(14, 5, answers)).picture.groups.map(({ people }) => people)).toEqual([8, 6]);
});

it('shows no group under five people, in the picture nor in the file', () => {
  const answers = camps(12, 4);
  expect(drawPicture(answers).picture.groups.every(({ people }) => people >= 5)).toBe(true);
  const people = new Map<string, number>();
  for (const line of votesTable(answers).trim().split('\n').slice(1)) {
    const group = line.split(',')[1] ?? '';
    if (group !== '') people.set(group, (people.get(group) ?? 0) + 1);
  }
  for (const count of people.values()) expect(count).toBeGreaterThanOrEqual(5);
});

it('bears nobody, one statement, and all of one mind', () => {
  for (const answers of [
    given(0, 0, []),
    given(3, 0, []),
    given(0, 4, []),
    given(1, 1, [[0, 1, 1]]),
    given(
      40,
      1,
      Array.from({ length: 40 }, (_, person) => [person, 1, person % 2 ? 1 : -1]),
    ),
    given(
      40,
      6,
      Array.from({ length: 240 }, (_, at) => [Math.floor(at / 6), (at % 6) + 1, 1]),
    ),
  ]) {
    const { picture } = drawPicture(answers);
    expect(picture.participants).toBe(answers.participants.length);
    expect(JSON.stringify(picture)).not.toMatch(/null|NaN/);
  }
});

it('keeps the number of groups until four drawings in a row find another', () => {
  let memory = drawPicture({ ...camps(20, 20), final: false }).memory;
  expect(memory.k).toBe(2);
  const alike = given(
    40,
    10,
    Array.from({ length: 400 }, (_, at) => [Math.floor(at / 10), (at % 10) + 1, 1]),
    { final: false },
  );
  const shown = [1, 2, 3, 4].map(() => {
    memory = drawPicture({ ...alike, memory }).memory;
    return memory.k;
  });
  expect(shown).toEqual([2, 2, 2, 1]);
});

it('writes a file in which the same groups are found', () => {
  const cells = fc.array(fc.tuple(fc.nat(39), fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 0, -1)), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(cells, (answers) => {
      const kept = new Map(answers.map((cell) => [`${cell[0]} ${cell[1]}`, cell]));
      const all = given(40, 9, [...kept.values()]);
      const again = analyseOpinions(readVotes(new TextEncoder().encode(votesTable(all))));
      const { picture } = drawPicture(all);
      expect(again.groups.map(({ people }) => people)).toEqual(picture.groups.map(({ people }) => people));
      expect(again.consensus.map(({ statement }) => statement + 1)).toEqual(
        picture.common.map(({ number }) => number),
      );
    }),
    { numRuns: 60 },
  );
});
