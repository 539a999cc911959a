import { z } from 'zod';
import { categoryCode } from '../categories/schema';
import { areaLevels } from '~/lib/geo/division-code';
import { numberField, versionField } from '~/lib/numbers/number-field';

const reason = z.string().trim().min(4).max(500);

/** What an entry says, beside the place where it stands. */
export const entryTermsSchema = z.object({
  departmentId: z.string().min(1).max(26),
  basis: z.string().trim().min(4).max(300),
  days: numberField(z.number().int().min(1).max(365).optional()),
  reason,
});

export const entrySchema = entryTermsSchema.extend({
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  category: categoryCode,
  level: z.union([z.literal(''), z.enum(areaLevels)]).default(''),
});
export type EntryInput = z.output<typeof entrySchema>;

/** A change of an entry that stands; `revision` is the version that the page showed. */
export const changeEntrySchema = entryTermsSchema.extend({
  key: z.string().max(80),
  revision: versionField,
});
export const removeEntrySchema = z.object({
  key: z.string().max(80),
  revision: versionField,
  reason,
});

export const decideGapSchema = entryTermsSchema.extend({ gapId: z.string().max(26) });

export const importSchema = z.object({
  text: z.string().max(500_000).default(''),
  reason,
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
});

/** The place of an entry, the same through all its versions. */
export function entryKey(place: { areaId: string; category: string; level: string }): string {
  return `${place.areaId}:${place.category}:${place.level}`;
}
