import { z } from 'zod';

const instant = z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text));

const fields = z.object({
  title: z.string().trim().min(4).max(80),
  purpose: z.string().trim().min(4).max(5000),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  place: z.string().trim().min(2).max(100),
  startsAt: instant,
  endsAt: instant,
  isPublic: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
});

export const meetingSchema = fields.refine(({ startsAt, endsAt }) => !(Number(endsAt) <= Number(startsAt)), {
  path: ['endsAt'],
  message: 'ends-before-starts',
});
export type MeetingInput = z.output<typeof meetingSchema>;

export const cancelMeetingSchema = z.object({ reason: z.string().trim().min(4).max(500) });
