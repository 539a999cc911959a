import { describe, expect, it, vi } from 'vitest';
import { rememberedByText } from './remembered-by-text';

describe('what is made of a text', () => {
  it('is made once', () => {
    const make = vi.fn((text: string) => ({ text }));
    const of = rememberedByText(make, { most: 2, longest: 3 });
    expect(of('one')).toBe(of('one'));
    expect(of('two')).toEqual({ text: 'two' });
    expect(make).toHaveBeenCalledTimes(2);
  });

  it('is forgotten when more come than are kept', () => {
    const make = vi.fn((text: string) => text);
    const of = rememberedByText(make, { most: 2, longest: 3 });
    for (const text of ['a', 'b', 'c', 'a']) expect(of(text)).toBe(text);
    expect(make).toHaveBeenCalledTimes(4);
  });

  it('is not kept of long texts', () => {
    const make = vi.fn((text: string) => text);
    const of = rememberedByText(make, { most: 2, longest: 3 });
    expect([of('long'), of('long')]).toEqual(['long', 'long']);
    expect(make).toHaveBeenCalledTimes(2);
  });
});
