import { expect, it } from 'vitest';
import { conditionSql } from './plain-condition';

it('says in SQL what the condition says', () => {
  expect(conditionSql({ isPublic: true, hiddenAt: null, state: { not: 'withdrawn' } }, 'f')).toBe(
    `(f."isPublic" AND f."hiddenAt" IS NULL AND f."state" <> 'withdrawn')`,
  );
  expect(conditionSql({ isPublic: false, state: 'in-force' }, 'a')).toBe(
    `(NOT a."isPublic" AND a."state" = 'in-force')`,
  );
});

it('takes no words that could be more than a word', () => {
  expect(() => conditionSql({ state: "x' OR '1'='1" }, 'f')).toThrow('no word');
});
