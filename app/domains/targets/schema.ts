import { z } from 'zod';
import { targetMeasures } from './rules/progress';
import { numberField, versionField } from '~/lib/numbers/number-field';

export type { Progress, TargetMeasure } from './rules/progress';
export type { ShownTarget } from './rules/shown-target';

const words = (most: number) => z.string().trim().min(4).max(most);

const changing = {
  /** As typed: per cent with at most one decimal, or a whole number of orders. */
  value: z
    .string()
    .trim()
    .regex(/^\d{1,7}(\.\d)?$/, 'target-value'),
  source: words(300),
  office: words(100),
  reason: words(500),
};

export const newTargetSchema = z.object({
  year: numberField(z.number().int().min(2000).max(2100)),
  areaId: z.string().min(1).max(15),
  departmentId: z.string().max(26).default(''),
  measure: z.enum(targetMeasures),
  ...changing,
});
export type NewTarget = z.output<typeof newTargetSchema>;

/** `revision` is the version that the page showed. */
export const changeTargetSchema = z.object({ revision: versionField, ...changing });
export type ChangedTarget = Omit<z.output<typeof changeTargetSchema>, 'revision'> & { version: number };

export const withdrawTargetSchema = z.object({
  revision: versionField,
  reason: changing.reason,
});
