import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultFormula, denominators, rateNames } from './formula';
import type { Formula } from './formula';
import { addMeasures, noMeasures } from './measures';
import type { Measures } from './measures';
import { measuresOfOrder, ratingOf } from './measures-of-order';
import type { CountedOrder } from './measures-of-order';
import { ratesOf } from './rates';
import { compareFractions, formatFraction, fraction } from '~/lib/numbers/fraction';

const instant = fc.option(fc.integer({ min: 0, max: 1000 }).map((days) => new Date(days * 86_400_000)));
const answer = fc.oneof(
  fc.constant({ solved: null, contacted: null, rating: null }),
  fc.record({
    solved: fc.boolean(),
    contacted: fc.option(fc.boolean()),
    rating: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
);
const anOrder: fc.Arbitrary<CountedOrder> = fc.record({
  refused: fc.boolean(),
  acceptedAt: instant,
  respondBy: instant,
  doneAt: instant,
  deadlineAt: instant,
  wasOverdue: fc.boolean(),
  returnedCount: fc.integer({ min: 0, max: 3 }),
  reopenedCount: fc.integer({ min: 0, max: 1 }),
  verdict: fc.constantFrom('solved', 'unsolved', 'silent', null),
  answers: fc.array(answer, { maxLength: 5 }),
});
const aFormula: fc.Arbitrary<Formula> = fc
  .record({
    first: fc.integer({ min: 0, max: 100 }),
    rest: fc.integer({ min: 0, max: 100 }),
    response: fc.constantFrom(...denominators),
    resolution: fc.constantFrom(...denominators),
    satisfaction: fc.constantFrom(...denominators),
    satisfiedFrom: fc.integer({ min: 1, max: 5 }),
    basicFrom: fc.integer({ min: 1, max: 5 }),
    basicFactor: fc.integer({ min: 0, max: 100 }),
    smallDenominator: fc.integer({ min: 0, max: 50 }),
  })
  .map(({ first, rest, response, resolution, satisfaction, ...thresholds }) => {
    const second = Math.floor(((100 - first) * rest) / 100);
    return {
      ...thresholds,
      weights: { response: first, resolution: second, satisfaction: 100 - first - second },
      denominators: { response, resolution, satisfaction },
    };
  });
const someMeasures = fc
  .array(fc.tuple(anOrder, fc.boolean()), { maxLength: 12 })
  .map((orders) =>
    orders.reduce<Measures>(
      (sum, [order, excluded]) => addMeasures(sum, measuresOfOrder(order, excluded)),
      noMeasures,
    ),
  );

const one = fraction(1n);
const zero = fraction(0n);

describe('measures of an order', () => {
  const order: CountedOrder = {
    refused: false,
    acceptedAt: new Date(2),
    respondBy: null,
    doneAt: new Date(9),
    deadlineAt: new Date(8),
    wasOverdue: false,
    returnedCount: 0,
    reopenedCount: 1,
    verdict: 'solved',
    answers: [
      { solved: true, contacted: true, rating: 5 },
      { solved: true, contacted: null, rating: 3 },
      { solved: null, contacted: null, rating: null },
    ],
  };

  it('counts the order once and its call-backs by the person', () => {
    expect(measuresOfOrder(order, false)).toMatchObject({
      ...{ orders: 1, responded: 1, overdue: 1, reopened: 1, solved: 1, excluded: 0 },
      ...{
        rated3: 1,
        rated5: 0,
        asked: 3,
        answered: 2,
        saidContacted: 1,
        saidSolved: 2,
        gave3: 1,
        gave5: 1,
      },
    });
  });

  it('counts no response that came too late', () => {
    const late = measuresOfOrder({ ...order, respondBy: new Date(1) }, false);
    expect(late).toMatchObject({ responded: 0, answered: 2, saidContacted: 1 });
  });

  it('counts an excluded order as excluded and nowhere else', () => {
    fc.assert(
      fc.property(anOrder, (any) => {
        expect(measuresOfOrder(any, true)).toEqual({ ...noMeasures, excluded: 1 });
      }),
    );
  });

  it('counts a matter that was not accepted apart: no department had it', () => {
    expect(measuresOfOrder({ ...order, refused: true }, false)).toEqual({ ...noMeasures, refused: 1 });
  });

  it('takes a rating that was given, and the lower of two in the middle', () => {
    expect(ratingOf([5, 2])).toBe(2);
    expect(ratingOf([5, 1, 4])).toBe(4);
    expect(ratingOf([])).toBe(null);
  });
});

describe('the three rates', () => {
  it('lie between nothing and everything, whatever the formula', () => {
    fc.assert(
      fc.property(someMeasures, aFormula, (sum, formula) => {
        const rates = ratesOf(sum, formula);
        for (const name of [...rateNames, 'overdue', 'reopened'] as const) {
          const { share, denominator, small } = rates[name];
          expect(share === null).toBe(denominator === 0);
          expect(small).toBe(denominator < formula.smallDenominator);
          if (!share) continue;
          expect(compareFractions(share, zero)).toBeGreaterThanOrEqual(0);
          expect(compareFractions(share, one)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('weigh together to something between the lowest and the highest of them', () => {
    fc.assert(
      fc.property(someMeasures, aFormula, (sum, formula) => {
        const rates = ratesOf(sum, formula);
        const used = rateNames.filter((name) => formula.weights[name] > 0).map((name) => rates[name].share);
        if (rates.overall === null) {
          expect(used).toContain(null);
          return;
        }
        const shares = used.flatMap((share) => share ?? []).sort(compareFractions);
        expect(compareFractions(rates.overall, shares[0] ?? zero)).toBeGreaterThanOrEqual(0);
        expect(compareFractions(rates.overall, shares.at(-1) ?? one)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('add up: numerators and denominators of parts are those of the whole', () => {
    fc.assert(
      fc.property(someMeasures, someMeasures, aFormula, (some, others, formula) => {
        const whole = ratesOf(addMeasures(some, others), formula);
        const parts = [ratesOf(some, formula), ratesOf(others, formula)] as const;
        for (const name of rateNames) {
          expect(whole[name].denominator).toBe(parts[0][name].denominator + parts[1][name].denominator);
          const top = [parts[0][name].numerator, parts[1][name].numerator];
          const sum = top.reduce((a, b) =>
            fraction(
              a.numerator * b.denominator + b.numerator * a.denominator,
              a.denominator * b.denominator,
            ),
          );
          expect(compareFractions(whole[name].numerator, sum)).toBe(0);
        }
      }),
    );
  });

  it('never fall when more counts as satisfied', () => {
    fc.assert(
      fc.property(someMeasures, aFormula, (sum, formula) => {
        const lenient = {
          ...formula,
          satisfiedFrom: Math.max(1, formula.satisfiedFrom - 1),
          basicFactor: Math.min(100, formula.basicFactor + 10),
        };
        const strictly = ratesOf(sum, formula).satisfaction.numerator;
        const leniently = ratesOf(sum, lenient).satisfaction.numerator;
        expect(compareFractions(leniently, strictly)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('follow the example of the default formula, by hand', () => {
    const sum = {
      ...noMeasures,
      orders: 10,
      responded: 9,
      answered: 8,
      saidSolved: 6,
      gave5: 4,
      gave4: 1,
      gave3: 2,
    };
    const rates = ratesOf(sum, defaultFormula);
    expect(formatFraction(rates.satisfaction.numerator)).toBe('34/5');
    expect(formatFraction(rates.satisfaction.share ?? zero)).toBe('17/20');
    // 0.1 × 9/10 + 0.5 × 6/8 + 0.4 × 17/20
    expect(formatFraction(rates.overall ?? zero)).toBe('161/200');
    expect(rates.resolution.small).toBe(true);
    expect(rates.response.small).toBe(false);
  });
});
