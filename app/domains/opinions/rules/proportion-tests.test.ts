import { describe, expect, it } from 'vitest';
import { estimatedShare, shareTest, twoSharesTest } from './proportion-tests';

describe('tests of proportions', () => {
  it('are those of the definition, worked by hand', () => {
    expect(estimatedShare(3, 4)).toBeCloseTo(4 / 6);
    expect(shareTest(8, 8)).toBeCloseTo(2 * 3 * 0.5);
    expect(shareTest(4, 9)).toBeCloseTo(0);
    const pooled = 12 / 22;
    const z = (9 / 11 - 3 / 11) / Math.sqrt(pooled * (1 - pooled) * (2 / 11));
    expect(twoSharesTest({ successes: 8, trials: 10 }, { successes: 2, trials: 10 })).toBeCloseTo(z);
    expect(twoSharesTest({ successes: 5, trials: 5 }, { successes: 3, trials: 3 })).toBe(0);
  });
});
