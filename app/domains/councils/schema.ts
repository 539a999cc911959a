import { z } from 'zod';
import { isDay } from '~/lib/time/days';
import { numberField, versionField } from '~/lib/numbers/number-field';

export const mostSeats = 500;
export const mostPanels = 10_000;
/** Ids in the whole list of panels. */
export const mostInList = 200_000;
export const mostInvited = 5_000;

const version = versionField;
const day = z.iso.date().refine(isDay, 'not-a-time');
const email = z.email('not-mail-address').max(254);
const seed = z.string().trim().min(2).max(200);

const fields = z.object({
  title: z.string().trim().min(4).max(80),
  purpose: z.string().trim().min(4).max(5000),
  seats: numberField(z.number().int().min(1).max(mostSeats)),
  /** A line each: feature | value | min | max. */
  quotas: z.string().trim().min(1).max(20_000),
  onePerHousehold: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
  panels: numberField(z.number().int().min(10).max(mostPanels).default(1000)),
  volunteersUntil: day,
  termUntil: day,
});

export const councilSchema = fields.extend({ areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice') });
export type CouncilInput = z.output<typeof councilSchema>;

export const changeCouncilSchema = fields.extend({ revision: z.string().max(64).optional() });
export type CouncilChange = z.output<typeof changeCouncilSchema>;

export const inviteSchema = z.object({
  version,
  count: numberField(z.number().int().min(1).max(mostInvited)),
  seed,
});
export type InviteInput = z.output<typeof inviteSchema>;

export const boundsSchema = z.object({
  version,
  quotas: z.string().trim().min(1).max(20_000),
});
export const versionSchema = z.object({ version });
export const relaxSchema = z.object({ version, choice: numberField(z.number().int().min(0).max(50)) });

const drawWays = ['seed', 'balls'] as const;

const event = {
  source: z.string().trim().min(10).max(1000),
  dueAt: z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text)),
};

export const listSchema = z.object({ version, ...event, way: z.enum(drawWays) });
export type ListInput = z.output<typeof listSchema>;

export const sourceSchema = z.object({ version, ...event, reason: z.string().trim().min(4).max(500) });
export type SourceInput = z.output<typeof sourceSchema>;

export const drawSchema = z.object({ version, seed: z.string().trim().min(1).max(2000) });

/** The features that a volunteer states, by their place: `feature-0` and so on. */
export const volunteerSchema = z
  .record(z.string().max(60), z.unknown())
  .transform((form) =>
    Object.fromEntries(
      Object.entries(form).flatMap(([name, value]): [string, string][] =>
        /^feature-\d{1,2}$/.test(name) && typeof value === 'string' ? [[name, value.slice(0, 100)]] : [],
      ),
    ),
  );

export const acceptSchema = z.object({ showsName: z.preprocess((value) => value === 'yes', z.boolean()) });
export const vacateSchema = z.object({
  candidateId: z.string().min(1).max(40),
});
export const cancelSchema = z.object({ reason: z.string().trim().min(4).max(500) });
export const auditorSchema = z.object({ email: email.transform((text) => text.toLowerCase()) });
export const drawNumberSchema = z.object({ draw: numberField(z.number().int().min(0).max(1000)) });
