import { z } from 'zod';
import { parseAmount } from '../budget/amounts';
import { parsePoints } from '../budget/points';
import { recordFormat, recordVersion } from './ballot-record';

/** More options or papers than any ballot of the portal has: a file with more is not one of ours. */
const mostOptions = 2000;
const mostPapers = 20_000_000;

const id = z.string().min(1).max(200);
const count = z.int().min(0).max(mostPapers);
const share = z.object({ numerator: count, denominator: count.min(1) });
const seats = z.int().min(1).max(mostOptions).optional();

const common = {
  options: z
    .array(id)
    .min(1)
    .max(mostOptions)
    .refine((options) => new Set(options).size === options.length, 'names an option twice'),
  electorateSize: count,
  quorum: share.nullable(),
  ties: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('order') }),
      z.object({ kind: z.literal('draw'), seed: z.string().max(1000) }),
    ])
    .optional(),
};
const acceptance = {
  ...common,
  threshold: share.extend({ comparison: z.enum(['more-than', 'at-least']).optional() }),
  base: z.enum(['votes', 'votes-without-abstentions', 'electorate']),
};

const amount = z.string().refine((text) => {
  try {
    return parseAmount(text).units >= 0n;
  } catch {
    return false;
  }
}, 'is not an amount');

const points = z.string().refine((text) => {
  try {
    return parsePoints(text).decimals >= 0;
  } catch {
    return false;
  }
}, 'is not a number of points');

const budgetRules = z
  .object({
    kind: z.literal('budget'),
    ...common,
    projects: z.array(z.object({ id, cost: amount })).max(mostOptions),
    budget: amount,
    rule: z.enum([
      'greedy-votes',
      'greedy-votes-per-cost',
      'equal-shares-cost',
      'equal-shares-cardinality',
      'equal-shares-points',
    ]),
    completion: z.enum(['none', 'greedy', 'greedy-votes-per-cost', 'add1', 'add1-then-greedy']),
    stopWhenExhaustive: z.boolean(),
    tieCriteria: z.array(z.enum(['min-cost', 'max-votes', 'lexico', 'draw'])).max(10),
    maximum: count.nullable(),
    maximumCost: amount.nullable().optional(),
    excluded: z.array(id).max(mostOptions).optional(),
    groups: z
      .array(
        z.object({
          id,
          projects: z.array(id).max(mostOptions),
          maximum: count.optional(),
          budget: amount.optional(),
        }),
      )
      .max(mostOptions)
      .optional(),
    voteType: z.enum(['approval', 'points', 'ranking']).optional(),
    rankScore: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('from-max'), length: count.max(mostOptions).nullable() }),
        z.object({ kind: z.literal('last-zero') }),
      ])
      .optional(),
    pointLimits: z.object({ each: count.nullable(), total: count.nullable() }).optional(),
    defaultPoints: points.optional(),
    minimumScore: amount.nullable().optional(),
    stopAtFirstMisfit: z.boolean().optional(),
    comparison: z.enum(['none', 'greedy-votes']).optional(),
  })
  .refine(
    ({ projects, options }) =>
      projects.length === options.length && projects.every((project) => options.includes(project.id)),
    { path: ['projects'], message: 'are not the options' },
  )
  .refine(({ tieCriteria, ties }) => !tieCriteria.includes('draw') || ties?.kind === 'draw', {
    path: ['ties'],
    message: 'have no seed to draw with',
  });

const rules = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('support'), ...acceptance }),
  z.object({ kind: z.literal('single-choice'), ...acceptance }),
  z.object({ kind: z.literal('approval'), ...acceptance, maximum: count, seats }),
  z.object({ kind: z.literal('ranking'), ...common, options: common.options.max(500), seats }),
  z.object({ kind: z.literal('score'), ...common, minimum: z.int(), maximum: z.int(), seats }),
  budgetRules,
]);

/** The published file of a closed ballot. What single papers say is judged by the count, not here. */
export const recordSchema = z.object({
  format: z.literal(recordFormat),
  version: z.literal(recordVersion),
  ballot: z.object({
    id: z.string(),
    title: z.string(),
    area: z.string(),
    opensAt: z.string(),
    closesAt: z.string(),
    countedAt: z.string().optional(),
    labels: z.record(z.string(), z.string()),
    meeting: z.object({ kind: z.string(), convener: z.string(), place: z.string() }).optional(),
  }),
  electorate: z.object({
    size: count,
    roll: z.object({ due: count, present: count, addedAfterOpening: count }).optional(),
    entrusted: count.optional(),
  }),
  rules,
  draw: z.object({ commitment: z.string(), secret: z.string() }).nullable(),
  result: z.looseObject({ kind: z.string() }),
  papers: z
    .array(z.object({ receipt: z.string().min(1), choice: z.looseObject({ kind: z.string() }) }))
    .max(mostPapers),
});
