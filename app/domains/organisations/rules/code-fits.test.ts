import { expect, it } from 'vitest';
import { codeFits } from './code-fits';
import { organisationKinds } from '../../actor';

it.each([
  ['department', '11421002011234567X', true],
  ['department', '91421002011234567X', false],
  ['enterprise', '91421002011234567X', true],
  ['enterprise', '11421002011234567X', false],
  ['social-organisation', '51421002011234567X', true],
  ['community-committee', '54421002011234567X', true],
  ['mass-organisation', '81421002011234567X', true],
  ['mass-organisation', '91421002011234567X', false],
  ['something-new', '91421002011234567X', true],
  ['department', '', false],
])('%s under %s: %s', (kind, code, fits) => {
  expect(codeFits(kind, code)).toBe(fits);
});

it('each kind is given some code', () => {
  for (const kind of organisationKinds)
    expect([...'13589NY'].some((sign) => codeFits(kind, sign))).toBe(true);
});
