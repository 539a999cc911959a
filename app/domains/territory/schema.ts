import { z } from 'zod';

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
