import { describe, expect, it } from 'vitest';
import { checkCharacterOf, maskedIdentityNumber, readIdentityNumber } from './identity-number';

const today = '2026-11-30';
const read = (typed: string) => readIdentityNumber(typed, today);
const withCheck = (first17: string) => first17 + checkCharacterOf(first17);

describe('a number of identity', () => {
  it('is read with what it says, the examples of GB 11643 among them', () => {
    expect(read('11010519491231002X')).toEqual({
      number: '11010519491231002X',
      document: 'resident-card',
      bornOn: '1949-12-31',
    });
    expect(read('440524188001010014')).toMatchObject({ bornOn: '1880-01-01' });
    expect(read(withCheck('81000019900307001'))).toMatchObject({ document: 'hong-kong-permit' });
    expect(read(withCheck('82000019900307001'))).toMatchObject({ document: 'macao-permit' });
    expect(read(withCheck('83000019900307001'))).toMatchObject({ document: 'taiwan-permit' });
    expect(read(withCheck('91184019900307001'))).toMatchObject({ document: 'foreigner-card' });
    expect(read('USA310090030701')).toMatchObject({
      document: 'former-foreigner-card',
      bornOn: '1990-03-07',
    });
    expect(read('USA310012030701')).toMatchObject({ bornOn: '2012-03-07' });
  });

  it('is taken as people type it', () => {
    for (const typed of [
      '110105 19491231 002x',
      '１１０１０５１９４９１２３１００２Ｘ',
      '110105-19491231-002X',
    ])
      expect(read(typed)?.number).toBe('11010519491231002X');
  });

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['two digits changed places', '11010519491321002X'],
    ['no such place', withCheck('66010119900307001')],
    ['no such day', withCheck('11010119900230001')],
    ['29 February of a common year', withCheck('11010120150229001')],
    ['a day to come', withCheck('11010120261201001')],
    ['a number of 15 digits, no longer in force', '110105491231002'],
    ['letters', 'ABCDEFGHIJKLMNOPQR'],
    ['nothing', ''],
    ['what is far too long', '1'.repeat(10_000)],
  ])('is refused: %s', (_what, typed) => {
    expect(read(typed)).toBeNull();
  });

  it('is shown so that nobody learns it', () => {
    expect(maskedIdentityNumber('11010519491231002X')).toBe('110*************2X');
  });
});
