import { z } from 'zod';
import { numberField } from '~/lib/numbers/number-field';
import { linesOf, mostQuestions, parseRoles } from './rules/activity-texts';
import { longestShiftHours } from './rules/hours';
import { freeTimeCodes, skillCodes } from './rules/match';
import { frequencies, weekdayCodes } from './rules/recurrence-choices';
import { isDay } from '~/lib/time/days';

/** Boxes of one name that are ticked: none, one text, or several. */
const ticked = (codes: readonly string[]) =>
  z
    .union([z.string(), z.array(z.string()).max(50)])
    .optional()
    .transform((given) => [given ?? []].flat().filter((code) => code !== ''))
    .refine((given) => given.every((code) => codes.includes(code)), 'not-a-choice');

const hoursBefore = numberField(z.number().int().min(0).max(168).default(3));
export const isTicked = z
  .string()
  .optional()
  .transform((value) => value === 'on' || value === 'yes');

const questions = z
  .string()
  .max(2000)
  .default('')
  .transform(linesOf)
  .refine((lines) => lines.length <= mostQuestions && lines.every((line) => line.length <= 100), 'questions');

export const opportunitySchema = z
  .object({
    title: z.string().trim().min(4).max(60),
    body: z.string().trim().min(10).max(10_000),
    areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
    proposalId: z.string().max(26).default(''),
    place: z.string().trim().max(100).default(''),
    risks: z.string().trim().min(2).max(1000),
    requirements: z.string().trim().max(1000).default(''),
    minimumAge: numberField(z.number().int().min(0).max(80)),
    dangerous: isTicked,
    insurance: z.string().trim().max(200).default(''),
    skills: ticked(skillCodes),
    /** Who is asked; who it was until now, or who publishes it, where it is left empty. */
    contactId: z.string().max(26).default(''),
    contact: z.string().trim().max(200).default(''),
    questions,
    signUpHours: hoursBefore,
    signOffHours: hoursBefore,
    largestGroup: numberField(z.number().int().min(1).max(50).default(1)),
  })
  .refine(({ dangerous, insurance }) => !dangerous || insurance.length >= 4, {
    path: ['insurance'],
    message: 'insurance-needed',
  });
/** What a form gives; what it leaves out has the value that the form begins with. */
export type OpportunityInput = Omit<z.output<typeof opportunitySchema>, OptionalField> &
  Partial<Pick<z.output<typeof opportunitySchema>, OptionalField>>;
type OptionalField =
  | 'dangerous'
  | 'insurance'
  | 'skills'
  | 'contactId'
  | 'contact'
  | 'questions'
  | 'signUpHours'
  | 'signOffHours'
  | 'largestGroup';

const instant = z.iso.datetime({ local: true, offset: true }).transform((text) => new Date(text));

const roles = z
  .string()
  .max(500)
  .default('')
  .transform((text, ctx) => {
    const roles = parseRoles(text);
    if (!roles) ctx.addIssue({ code: 'custom', message: 'shift-roles' });
    return roles ?? z.NEVER;
  });

const shiftFields = {
  startsAt: instant,
  endsAt: instant,
  capacity: numberField(z.number().int().min(1).max(500)),
  task: z.string().trim().max(100).default(''),
  place: z.string().trim().max(100).default(''),
  roles,
};

type Times = { startsAt: Date; endsAt: Date };
const endsLater = ({ startsAt, endsAt }: Times) => !(Number(endsAt) <= Number(startsAt));
const isShort = ({ startsAt, endsAt }: Times) =>
  !(Number(endsAt) - Number(startsAt) > longestShiftHours * 3600_000);
const endsWrong = { path: ['endsAt'], message: 'ends-before-starts' };
const tooLong = { path: ['endsAt'], message: 'shift-too-long' };
/** Roles that were refused themselves are still the text that was typed; it is not asked for its seats. */
type TypedRoles = string | { capacity: number }[];
const rolesFit = ({ roles, capacity }: { roles: TypedRoles; capacity: number }) =>
  typeof roles === 'string' ||
  roles.length === 0 ||
  roles.reduce((sum, role) => sum + role.capacity, 0) === capacity;
const rolesWrong = { path: ['roles'], message: 'roles-and-capacity' };

export const shiftSchema = z
  .object(shiftFields)
  .refine(endsLater, endsWrong)
  .refine(isShort, tooLong)
  .refine(rolesFit, rolesWrong);
type ShiftOutput = z.output<typeof shiftSchema>;
/** Place and roles may be left out: those of the activity, and none. */
export type ShiftInput = Omit<ShiftOutput, 'place' | 'roles'> & Partial<Pick<ShiftOutput, 'place' | 'roles'>>;

export const changeShiftSchema = z
  .object({
    ...shiftFields,
    shiftId: z.string().max(26),
    reason: z.string().trim().max(500).default(''),
    revision: z.string().max(100).optional(),
  })
  .refine(endsLater, endsWrong)
  .refine(isShort, tooLong)
  .refine(rolesFit, rolesWrong);

export const seriesSchema = z
  .object({
    ...shiftFields,
    frequency: z.enum(frequencies),
    interval: numberField(z.number().int().min(1).max(26).default(1)),
    weekdays: ticked(weekdayCodes),
    untilDay: z.string().trim().default(''),
    /** A rule of RFC 5545, in place of the choices. */
    rule: z.string().trim().max(300).default(''),
  })
  .refine(endsLater, endsWrong)
  .refine(isShort, tooLong)
  .refine(rolesFit, rolesWrong)
  .refine(({ rule, untilDay }) => rule !== '' || isDay(untilDay), {
    path: ['untilDay'],
    message: 'not-a-time',
  });
export type SeriesInput = z.output<typeof seriesSchema>;

export const cancelOpportunitySchema = z.object({ reason: z.string().trim().min(4).max(500) });
export const cancelShiftSchema = z.object({
  shiftId: z.string().max(26),
  reason: z.string().trim().min(4).max(500),
});

const answer = z.string().trim().max(500).default('');

export const signUpSchema = z
  .object({
    shiftId: z.string().max(26),
    seats: numberField(z.number().int().min(1).max(50).default(1)),
    role: z.string().max(30).default(''),
    groupName: z.string().trim().max(60).default(''),
    ...{ answer0: answer, answer1: answer, answer2: answer, answer3: answer, answer4: answer },
  })
  .transform(({ answer0, answer1, answer2, answer3, answer4, ...rest }) => ({
    ...rest,
    answers: [answer0, answer1, answer2, answer3, answer4],
  }));

export const withdrawSchema = z.object({
  shiftId: z.string().max(26),
  reason: z.string().trim().max(500).default(''),
});

export const attendanceSchema = z.object({
  signUpId: z.string().max(26),
  attended: z.enum(['yes', 'no', 'excused']),
  hours: numberField(
    z
      .number()
      .min(0)
      .max(longestShiftHours + 1)
      .default(0),
  ),
  reason: z.string().trim().max(500).default(''),
});

export const codeSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'six-digits'),
});

export const objectionSchema = z.object({
  signUpId: z.string().max(26),
  words: z.string().trim().min(4).max(500),
});

export const messageSchema = z.object({ body: z.string().trim().min(2).max(1000) });

export const profileSchema = z.object({
  skills: ticked(skillCodes),
  freeTimes: ticked(freeTimeCodes),
  services: z.string().trim().max(60).default(''),
  areaId: z
    .string()
    .regex(/^(\d{4,15})?$/, 'not-a-choice')
    .default(''),
});

export const certificateSchema = z.object({
  organisationId: z.string().max(26),
  realName: z.string().trim().max(40).default(''),
  idNumber: z.string().trim().max(30).default(''),
  adds: ticked(['evaluations', 'facts']),
  shows: ticked(['name', 'service']),
});

export const revokeSchema = z.object({
  certificateId: z.string().max(26),
  reason: z.string().trim().min(4).max(500),
});

export const shownSchema = z.object({ shows: ticked(['name', 'service']) });
