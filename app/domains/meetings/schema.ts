import { z } from 'zod';
import { motionRules } from './rules/motion';
import { repeats } from './rules/repeats';
import { isDay } from '~/lib/time/days';
import { numberField, versionField } from '~/lib/numbers/number-field';

export const meetingKinds = ['joint', 'group', 'residents-council', 'four-discussions'] as const;

export const mostSeats = 100;
export const mostMeetings = 26;
/** So long a meeting takes at most. */
export const longestHours = 12;

const instant = z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text));
const id = z.string().min(1).max(40);
const words = (most: number) => z.string().trim().max(most).default('');

function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

const several = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(id).max(mostSeats),
);

/** A line for each person: mail address | capacity in which they come. */
const people = z
  .string()
  .max(20_000)
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.split(/[|｜]/).map((part) => part.trim()))
      .filter(([email = '']) => email !== '')
      .map(([email = '', ...capacity]) => ({ email: email.toLowerCase(), capacity: capacity.join(' ') })),
  )
  .pipe(
    z
      .array(z.object({ email: z.email('not-mail-address').max(254), capacity: z.string().max(60) }))
      .max(mostSeats),
  );

/** Organisations that stand in no list, a name or unified social credit code on each line. */
const names = z
  .string()
  .max(10_000)
  .default('')
  .transform((text) =>
    [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== ''),
  )
  .pipe(z.array(z.string().max(100)).max(mostSeats));

const fields = z.object({
  title: z.string().trim().min(4).max(80),
  purpose: z.string().trim().min(4).max(5000),
  place: z.string().trim().min(2).max(100),
  startsAt: instant,
  endsAt: instant,
  /** Empty: more than half of the seats. */
  quorum: numberField(z.number().int().min(1).max(mostSeats).optional()),
});

const endsLater = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  !(Number(endsAt) <= Number(startsAt));
const fault = { path: ['endsAt'], message: 'ends-before-starts' };

export const meetingSchema = fields
  .extend({
    kind: z.enum(meetingKinds).default('joint'),
    areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
    isPublic: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
    organisationIds: several,
    organisationNames: names,
    people,
    repeat: z.enum(repeats).default('none'),
    /** How many meetings the series has. */
    count: numberField(z.number().int().min(2).max(mostMeetings).optional()),
  })
  .refine(endsLater, fault);
export type MeetingInput = z.output<typeof meetingSchema>;

/** From which text it is changed: two who change at once do not overwrite each other. */
export const changeMeetingSchema = fields
  .extend({ revision: z.string().max(64).optional() })
  .refine(endsLater, fault);
export type MeetingChange = z.output<typeof changeMeetingSchema>;

export const cancelMeetingSchema = z.object({ reason: z.string().trim().min(4).max(500) });

export const inviteSchema = z.object({ organisationIds: several, organisationNames: names, people });
export type InviteInput = z.output<typeof inviteSchema>;

export const seatSchema = z.object({ seatId: id });

export const answerSchema = z
  .object({
    seatId: id,
    answer: z.enum(['yes', 'no', 'substitute']),
    substitute: words(60),
    showsName: z.preprocess((value) => value === 'yes', z.boolean()),
  })
  .refine(({ answer, substitute }) => answer !== 'substitute' || substitute !== '', {
    path: ['substitute'],
    message: 'required',
  });
export type AnswerInput = z.output<typeof answerSchema>;

export const showNameSchema = z.object({
  seatId: id,
  showsName: z.preprocess((value) => value === 'yes', z.boolean()),
});
export type ShowNameInput = z.output<typeof showNameSchema>;

/** A point in words, or the address of a thing of the portal. */
export const addItemSchema = z.object({ item: z.string().trim().min(2).max(300) });
export const itemSchema = z.object({ itemId: id });

const version = versionField;

export const attendanceSchema = z.object({ version, present: several });
export const minutesSchema = z.object({
  minutes: z.string().trim().max(30_000),
  revision: z.string().max(64).optional(),
});

const count = z.number().int().min(0).max(1_000_000);

export const decisionSchema = z.object({
  motion: z.string().trim().min(4).max(1000),
  itemId: z.string().max(40).default(''),
  rule: z.enum(motionRules),
  votesFor: numberField(count),
  votesAgainst: numberField(count.default(0)),
  abstentions: numberField(count.default(0)),
  /** `person:ID` or `organisation:ID`, of those who have a seat; or a department's. */
  responsible: z
    .string()
    .regex(/^((person|organisation):[0-9A-Za-z-]{1,40})?$/, 'not-a-choice')
    .default(''),
  /** Another organisation in its place, by its name or code. */
  responsibleName: words(100),
  dueOn: optional(z.iso.date().refine(isDay, 'not-a-time')),
});
export type DecisionInput = z.output<typeof decisionSchema>;

export const numberSchema = z.object({ decisionId: id });
export const settleSchema = z.object({ decisionId: id, words: z.string().trim().min(4).max(500) });

export const stepSchema = z.object({
  position: numberField(z.number().int().min(0).max(5)),
  due: numberField(count.optional()),
  present: numberField(count.optional()),
  votesFor: numberField(count.optional()),
  content: words(2000),
  heldAt: instant,
  revision: z.string().max(64).optional(),
});
/** 决议公开 or 实施结果公开, after the session: when, and where or how. */
export const publicationSchema = stepSchema.pick({
  position: true,
  content: true,
  heldAt: true,
  revision: true,
});
export type PublicationInput = z.output<typeof publicationSchema>;
export type StepInput = z.output<typeof stepSchema>;

export const verdictSchema = z
  .object({ seatId: id, verdict: z.enum(['approved', 'objected']), words: words(1000) })
  .refine(({ verdict, words: said }) => verdict === 'approved' || said.length >= 4, {
    path: ['words'],
    message: 'reason-needed',
  });
export type VerdictInput = z.output<typeof verdictSchema>;
