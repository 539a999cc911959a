import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCallBack } from './call-back';

const answers = (text: string) =>
  [...text].map((letter) => ({
    solved: letter === 'y' ? true : letter === 'n' ? false : null,
    rating: letter === 'y' ? 5 : null,
  }));

it.each([
  ['y', false, 'solved'],
  ['n', false, 'unsolved'],
  ['?', false, 'waiting'],
  ['?', true, 'silent'],
  ['yy?', false, 'solved'],
  ['yn?', false, 'waiting'],
  ['yn', false, 'unsolved'],
  ['y??', true, 'solved'],
  ['', true, 'silent'],
])('%s, time over %s: %s', (text, over, verdict) => {
  expect(countCallBack(answers(text), over).verdict).toBe(verdict);
});

it('never changes an early verdict by later answers', () => {
  const answer = fc.constantFrom('y', 'n', '?');
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: 1, maxLength: 8 }),
      fc.array(fc.constantFrom('y', 'n'), { minLength: 8, maxLength: 8 }),
      (first, later) => {
        const early = countCallBack(answers(first.join('')), false).verdict;
        if (early === 'waiting') return;
        const full = first.map((letter, index) => (letter === '?' ? (later[index] ?? 'y') : letter));
        expect(countCallBack(answers(full.join('')), true).verdict).toBe(early);
      },
    ),
  );
});
