import { z } from 'zod';

export const commentSchema = z.object({
  body: z.string().trim().min(2).max(4000),
  parentId: z.string().max(26).default(''),
});
