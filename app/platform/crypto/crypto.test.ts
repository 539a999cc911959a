import { describe, expect, it } from 'vitest';
import { keyedHash, readSigned, signText } from './keyed-hash.server';
import { openSealed, seal } from './seal.server';

const key = Buffer.alloc(32, 7).toString('base64');

describe('sealed fields', () => {
  it('open only with their key and unchanged', () => {
    const sealed = seal(key, '沙市区崇文街道12号');
    expect(openSealed(key, sealed)).toBe('沙市区崇文街道12号');
    expect(seal(key, '沙市区崇文街道12号')).not.toBe(sealed);
    expect(() => openSealed(Buffer.alloc(32, 8).toString('base64'), sealed)).toThrow();
    const parts = sealed.split('.');
    parts[3] = `${parts[3]?.startsWith('A') ? 'B' : 'A'}${parts[3]?.slice(1)}`;
    expect(() => openSealed(key, parts.join('.'))).toThrow();
    expect(() => openSealed(key, 'nonsense')).toThrow('Not a sealed text');
  });

  it('are compared by keyed hashes', () => {
    expect(keyedHash(key, 'a')).toBe(keyedHash(key, 'a'));
    expect(keyedHash(key, 'a')).not.toBe(keyedHash(`${key}x`, 'a'));
  });

  it('sign texts that nobody can alter', () => {
    const signed = signText(key, 'person:1');
    expect(readSigned(key, signed)).toBe('person:1');
    expect(readSigned(key, signed.replace(/^./, 'x'))).toBeNull();
    expect(readSigned(key, '')).toBeNull();
  });
});
