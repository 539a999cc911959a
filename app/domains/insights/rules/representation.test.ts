import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { representation, wilson } from './representation';

describe('who is missing', () => {
  it('is whose share lies below that of the people by more than chance', () => {
    const [young, old] = representation(
      [
        { key: '18-29', people: 4000, took: 10 },
        { key: '60-69', people: 6000, took: 90 },
      ],
      100,
    );
    expect(young).toMatchObject({ standing: 'missing', shareOfPeople: 0.4, share: 0.1, expected: 40 });
    expect(old).toMatchObject({ standing: 'more', expected: 60 });
  });

  it('is not told where it is not known', () => {
    expect(representation([{ key: 'a', people: 10, took: null }], 30)[0]).toMatchObject({
      standing: null,
      share: null,
    });
    expect(representation([{ key: 'a', people: 10, took: 0 }], 0)[0]).toMatchObject({ standing: null });
    expect(representation([{ key: 'a', people: 0, took: 4 }], 4)[0]).toMatchObject({ standing: null });
  });

  it('is nobody where those who took part are like the people', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 8 }), (counts) => {
        const all = counts.reduce((sum, one) => sum + one, 0);
        const parts = counts.map((took, at) => ({ key: String(at), people: took * 40, took }));
        for (const part of representation(parts, all)) expect(part.standing).toBe('as-expected');
      }),
    );
  });
});

describe("Wilson's interval", () => {
  it('is that of the tables', () => {
    // Newcombe 1998, Statistics in Medicine 17, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    expect(wilson(81, 263).least).toBeCloseTo(0.2553, 4);
    expect(wilson(81, 263).most).toBeCloseTo(0.3662, 4);
    expect(wilson(15, 148).least).toBeCloseTo(0.0624, 4);
    expect(wilson(15, 148).most).toBeCloseTo(0.1605, 4);
    expect(wilson(0, 20).least).toBe(0);
    expect(wilson(0, 20).most).toBeCloseTo(0.1611, 4);
    expect(wilson(1, 29).least).toBeCloseTo(0.0061, 4);
    expect(wilson(1, 29).most).toBeCloseTo(0.1718, 4);
  });

  it('holds the share, and lies between nothing and all', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (some, others) => {
        const { least, most } = wilson(some, some + others);
        const share = some + others === 0 ? 0.5 : some / (some + others);
        expect(least).toBeLessThanOrEqual(share + 1e-12);
        expect(most).toBeGreaterThanOrEqual(share - 1e-12);
        expect(least >= 0 && most <= 1).toBe(true);
      }),
    );
  });
});
