import { z } from 'zod';

const areaId = z.string().regex(/^\d{4,15}$/, 'not-a-choice');
const name = z.string().trim().min(2).max(60);

export const apiKeySchema = z.object({
  name,
  areaId,
  postsArePublic: z.enum(['yes', 'no']),
});
export type NewApiKey = z.output<typeof apiKeySchema>;

export const idSchema = z.object({ id: z.string().min(1).max(40) });
