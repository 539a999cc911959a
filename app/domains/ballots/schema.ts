import { z } from 'zod';

const reason = z.string().trim().min(4).max(500);

export const cancelBallotSchema = z.object({ reason });

export const extendBallotSchema = z.object({
  closesAt: z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text)),
  reason,
});
