import { z } from 'zod';
import { longestShiftHours } from './rules/hours';

export const opportunitySchema = z.object({
  title: z.string().trim().min(4).max(60),
  body: z.string().trim().min(10).max(10_000),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  proposalId: z.string().max(26).default(''),
  place: z.string().trim().max(100).default(''),
  risks: z.string().trim().min(2).max(1000),
  requirements: z.string().trim().max(1000).default(''),
  minimumAge: z.coerce.number().int().min(0).max(80),
});
export type OpportunityInput = z.output<typeof opportunitySchema>;

const instant = z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text));

export const shiftSchema = z
  .object({
    startsAt: instant,
    endsAt: instant,
    capacity: z.coerce.number().int().min(1).max(500),
    task: z.string().trim().max(100).default(''),
  })
  .refine(({ startsAt, endsAt }) => !(Number(endsAt) <= Number(startsAt)), {
    path: ['endsAt'],
    message: 'ends-before-starts',
  })
  .refine(({ startsAt, endsAt }) => !(Number(endsAt) - Number(startsAt) > longestShiftHours * 3600_000), {
    path: ['endsAt'],
    message: 'shift-too-long',
  });
export type ShiftInput = z.output<typeof shiftSchema>;

export const cancelOpportunitySchema = z.object({ reason: z.string().trim().min(4).max(500) });

export const attendanceSchema = z.object({
  signUpId: z.string().max(26),
  attended: z.enum(['yes', 'no']),
  hours: z.coerce
    .number()
    .min(0)
    .max(longestShiftHours + 1)
    .default(0),
  reason: z.string().trim().max(500).default(''),
});
