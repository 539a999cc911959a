import { describe, expect, it } from 'vitest';
import { weaknessOf } from './weak-password';
import { isPlainName } from '~/lib/texts/plain-name';

const personal = ['chen.guilan@example.org', '陈桂兰'];

describe('a password', () => {
  it.each([
    ['          ', 'repeats'],
    ['\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000', 'repeats'],
    ['aaaaaaaaaa', 'repeats'],
    ['abababababab', 'repeats'],
    ['陈桂兰陈桂兰陈桂兰', 'repeats'],
    ['1234567890', 'sequence'],
    ['9876543210', 'sequence'],
    ['１２３４５６７８９０', 'sequence'],
    ['qwertyuiop', 'sequence'],
    ['13907165528', 'digits'],
    ['1955-03-12!', 'digits'],
    ['Password123!', 'common'],
    ['P@ssw0rd2026', 'common'],
    ['woaini1314520', 'common'],
    ['chen.guilan@example.org', 'personal'],
    ['chenguilan1', null],
    ['guilan2026!!', 'personal'],
    ['陈桂兰1955031', 'personal'],
    ['spring river lamp', null],
    ['another password', null],
    ['春江花月夜不眠人今', null],
    ['correct horse battery', null],
  ])('%j is refused because of %s', (password, weakness) => {
    expect(weaknessOf(password, personal)).toBe(weakness);
  });
});

describe('a name', () => {
  it.each([
    '陈桂兰',
    '李大爷 3号楼',
    'J. Smith',
    'O’Neill',
    '阿依古丽·买买提',
    '👨\u200d👩\u200d👧 王家',
    'No.3',
  ])('%j can be shown', (name) => expect(isPlainName(name)).toBe(true));
  it.each([
    'http://evil.example/x',
    '领奖 evil.example',
    'ｅｖｉｌ．ｅｘａｍｐｌｅ',
    'www.evil',
    'a@evil.example',
    '//evil',
    '\u202eznohgnoG',
    '陈\u0000桂兰',
    '陈\n桂兰',
    '\u200b\u200b',
    '…',
  ])('%j cannot', (name) => expect(isPlainName(name)).toBe(false));
});
