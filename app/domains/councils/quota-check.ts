import { z } from 'zod';
import type { Quota } from './rules/council';
import type { CouncilLottery } from './rules/draw-council';
import type { SaidBound } from './rules/quota-conflicts/bounds';
import type { NoPanel } from './rules/quota-conflicts/explain-no-panel';

const boundSchema = z.object({
  feature: z.string(),
  value: z.string(),
  bound: z.enum(['min', 'max']),
  quota: z.number(),
});

const relaxationSchema = z.object({
  seats: z.number(),
  changes: z.array(boundSchema.extend({ change: z.number() })),
  /** Numbers of persons: for auditors; whoever organises sees how many. */
  neverDrawn: z.array(z.string()),
});

const mostConflicts = 20;
const mostRelaxations = 20;

const checkSchema = z.object({
  at: z.string(),
  people: z.number(),
  seats: z.number(),
  answer: z.discriminatedUnion('feasible', [
    z.object({
      feasible: z.literal(true),
      minimum: z.number(),
      gini: z.number(),
      impossible: z.array(z.string()),
      certain: z.array(z.string()),
    }),
    z.object({
      feasible: z.literal(false),
      why: z.enum(['quotas-conflict', 'too-few-people']),
      conflicts: z.array(z.array(boundSchema)),
      relaxations: z.array(relaxationSchema),
    }),
  ]),
});
export type QuotaCheck = z.output<typeof checkSchema>;

export const readCheck = (text: string | null): QuotaCheck | null =>
  text === null ? null : checkSchema.parse(JSON.parse(text));

/**
 * What was found, for whoever organises. Bounds are those of the whole council, which are public: those of a replacement,
 * less by what the members fill, would tell what features members have.
 */
export function checkOf(
  answer: CouncilLottery | NoPanel,
  about: { at: Date; people: number; seats: number; quotas: readonly Quota[] },
): string {
  const { at, quotas, ...sizes } = about;
  const ofWhole = <One extends SaidBound>(one: One): One => {
    const quota = quotas.find(({ feature, value }) => feature === one.feature && value === one.value);
    return { ...one, quota: quota?.[one.bound] ?? one.quota };
  };
  const told = answer.feasible
    ? {
        ...{ feasible: true, minimum: answer.minimum, gini: answer.gini },
        ...{ impossible: answer.impossible, certain: answer.certain },
      }
    : {
        ...{
          feasible: false,
          why: answer.why,
          conflicts: answer.conflicts.slice(0, mostConflicts).map((set) => set.map(ofWhole)),
        },
        relaxations: [
          ...(answer.smallestRelaxation ? [answer.smallestRelaxation] : []),
          ...answer.otherRelaxations,
        ]
          .slice(0, mostRelaxations)
          .map((one) => ({ ...one, changes: one.changes.map(ofWhole) })),
      };
  return JSON.stringify(checkSchema.parse({ at: at.toISOString(), ...sizes, answer: told }));
}
