import { z } from 'zod';
import type { Council, Quota } from '../rules/council';
import type { CouncilLottery } from '../rules/draw-council';
import { neverDrawnGroups } from '../rules/publishing/never-drawn-groups';
import type { SaidBound } from '../rules/quota-conflicts/bounds';
import type { NoPanel } from '../rules/quota-conflicts/explain-no-panel';

const boundSchema = z.object({
  feature: z.string(),
  value: z.string(),
  bound: z.enum(['min', 'max']),
  quota: z.number(),
});

/** For whoever organises: of the first draw alone, since those of a replacement would tell features of members. */
const neverSchema = z.object({
  groups: z.array(z.object({ values: z.array(z.string()), people: z.number() })),
  rest: z.number().nullable(),
});

const relaxationSchema = z.object({
  seats: z.number(),
  changes: z.array(boundSchema.extend({ change: z.number() })),
  /** Numbers of persons: for auditors; whoever organises sees how many. */
  neverDrawn: z.array(z.string()),
  /** False where who they are was not found out in time. */
  neverDrawnKnown: z.boolean().default(true),
  never: neverSchema.optional(),
});

const mostConflicts = 20;
const mostRelaxations = 20;

const checkSchema = z.object({
  at: z.string(),
  people: z.number(),
  seats: z.number(),
  /** The bounds that were tried and are not saved, a line each. */
  tried: z.string().optional(),
  answer: z.discriminatedUnion('feasible', [
    z.object({
      feasible: z.literal(true),
      minimum: z.number(),
      gini: z.number(),
      impossible: z.array(z.string()),
      never: neverSchema.optional(),
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

export interface CheckedCouncil {
  at: Date;
  drawn: Pick<Council, 'people' | 'seats'>;
  /** Those of the whole council. */
  quotas: readonly Quota[];
  isFirst: boolean;
  tried?: string | undefined;
}

/**
 * What was found, for whoever organises. Bounds are those of the whole council, which are public: those of a replacement,
 * less by what the members fill, would tell what features members have.
 */
export function checkOf(answer: CouncilLottery | NoPanel, about: CheckedCouncil): string {
  const { at, quotas, drawn, isFirst, tried } = about;
  const sizes = { people: drawn.people.length, seats: drawn.seats, ...(tried !== undefined && { tried }) };
  const never = (ids: readonly string[]) => (isFirst ? { never: neverDrawnGroups(drawn.people, ids) } : {});
  const ofWhole = <One extends SaidBound>(one: One): One => {
    const quota = quotas.find(({ feature, value }) => feature === one.feature && value === one.value);
    return { ...one, quota: quota?.[one.bound] ?? one.quota };
  };
  const told = answer.feasible
    ? {
        ...{ feasible: true, minimum: answer.minimum, gini: answer.gini },
        ...{ impossible: answer.impossible, certain: answer.certain, ...never(answer.impossible) },
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
          .map((one) => ({
            ...one,
            changes: one.changes.map(ofWhole),
            ...(one.neverDrawnKnown && never(one.neverDrawn)),
          })),
      };
  return JSON.stringify(checkSchema.parse({ at: at.toISOString(), ...sizes, answer: told }));
}
