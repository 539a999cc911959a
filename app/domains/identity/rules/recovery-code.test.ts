import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfCode, codeOfBytes, plainCode } from './recovery-code';

const bytes = fc.uint8Array({ minLength: bytesOfCode, maxLength: bytesOfCode });

describe('a recovery code', () => {
  it('is written in four groups that nobody misreads', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(codeOfBytes(random)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('is the same however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeOfBytes(random);
        const asRead = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(plainCode(` ${asRead}\n`)).toBe(plainCode(code));
        expect(plainCode(plainCode(code))).toBe(plainCode(code));
      }),
    );
  });

  it('takes as many bytes as it has characters, each of them alike', () => {
    expect(() => codeOfBytes(new Uint8Array(15))).toThrow('takes 16 bytes, got 15');
    expect(256 % 32).toBe(0);
  });
});
