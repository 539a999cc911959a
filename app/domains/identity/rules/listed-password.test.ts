import { expect, it } from 'vitest';
import { isListed } from './listed-password';
import { ensureStrong } from '../proving/passwords.server';
import { DomainError } from '../../domain-error';

const list = new Set(['qwertyuiop', 'tinkerbell', 'dragon', 'cat']);

it.each([
  ['Tinkerbell', true],
  ['ＴＩＮＫＥＲＢＥＬＬ', true],
  ['tinker bell', true],
  ['Dragon2026!', true],
  ['!!dragon1955', true],
  ['dragon195503120', false],
  ['cat1955031', false],
  ['dragon of the lake', false],
  ['', false],
])('%j stands in the list: %s', (password, expected) => expect(isListed(password, list)).toBe(expected));

it.each(['butterfly1', 'hannah2024!', 'basketball', 'Slipknot666'])(
  'the leaked password %j is refused',
  (password) => {
    expect(() => ensureStrong(password, [])).toThrow(DomainError);
  },
);

it.each(['spring river lamp', '春江花月夜不眠人今', 'another password', 'kitchen-window-27-blue'])(
  '%j is taken',
  (password) => expect(() => ensureStrong(password, [])).not.toThrow(),
);
