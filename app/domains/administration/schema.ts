import { z } from 'zod';

export const deadJobsSchema = z.object({ kind: z.string().min(1).max(60) });
