import { z } from 'zod';
import { numberField } from '~/lib/numbers/number-field';
import { isPlainName } from '~/lib/texts/plain-name';

export const areaFactsSchema = z.object({
  contact: z.string().trim().max(200).default(''),
  workerName: z.string().trim().max(60).default(''),
  workerContact: z.string().trim().max(100).default(''),
  supervisionPhone: z.string().trim().max(60).default(''),
  matters: z.string().trim().max(4000).default(''),
  bounds: z.string().trim().max(200_000).default(''),
});
export type AreaFacts = z.output<typeof areaFactsSchema>;

/** The facts as an area holds them: null where nothing is said. */
export type PublishedFacts = Record<keyof AreaFacts, string | null>;

/** What is published, with the text from which it was edited. */
export const editAreaSchema = areaFactsSchema.extend({ revision: z.string().max(64).default('') });

const names = {
  name: z.string().trim().min(2).max(60).refine(isPlainName, 'plain-name'),
  nameEnglish: z
    .string()
    .trim()
    .max(80)
    .refine((name) => name === '' || isPlainName(name), 'plain-name')
    .default(''),
};
const reason = z.string().trim().min(4).max(300);

export interface AreaNames {
  name: string;
  /** Empty where there is none. */
  nameEnglish: string;
}

export const renameAreaSchema = z.object({ revision: z.string().max(64).default(''), ...names, reason });

export const newAreaSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{12}(\d{3})?$/, 'division-code'),
  ...names,
  reason,
});
/** A file, or the same as text; the file is read beside it. */
export const areaListSchema = z.object({ text: z.string().max(200_000).default(''), reason });

export const closeAreaSchema = z.object({
  successorId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  reason,
});
export const reopenAreaSchema = z.object({ reason });
export type AreaClosing = z.output<typeof closeAreaSchema>;

export type NewArea = z.output<typeof newAreaSchema>;

/** A file, or the same as text, with what it is: file and step are read beside it. */
export const censusSchema = z.object({
  text: z.string().max(500_000).default(''),
  year: numberField(z.number().int().min(1950).max(2100)),
  source: z.string().trim().min(4).max(200),
});
