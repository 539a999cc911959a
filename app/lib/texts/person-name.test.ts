import { expect, it } from 'vitest';
import { withNameDots } from './person-name';
import { isPlainName } from './plain-name';

it.each(['.', '．', '•', '‧', '・', '·'])(
  'writes the dot of a name that was typed as %s as on papers',
  (dot) => {
    const name = withNameDots(`阿卜杜${dot}热西提${dot}买买提`);
    expect([name, isPlainName(name)]).toEqual(['阿卜杜·热西提·买买提', true]);
  },
);

it('leaves other dots, and every address one', () => {
  expect(withNameDots('J. Smith')).toBe('J. Smith');
  expect(isPlainName(withNameDots('请看 evil.example'))).toBe(false);
});
