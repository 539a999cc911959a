import { z } from 'zod';
import { categoryCode } from '../categories/schema';
import { refusalGrounds, supervisionGrounds } from './lifecycle';
import { officialNumber } from './official-number';
import { limitTimes } from './rules/deadlines/limits';
import { isDay } from '~/lib/time/days';
import { areaLevels } from '~/lib/geo/division-code';
import { numberField, versionField } from '~/lib/numbers/number-field';

const optional = (value: unknown) => (value === '' ? undefined : value);
/** A day of the portal's zone, which ends when the zone's clock says so; programs may give an instant. */
const day = z.preprocess(
  optional,
  z.iso
    .date()
    .refine(isDay)
    .transform((text): string | Date => text)
    .optional(),
);

/** Which kinds there are the manifests say: of another there is no matter. */
const matterKind = z.string().regex(/^[a-z-]{1,40}$/);

export const newWorkOrderSchema = z.object({
  subjectKind: matterKind,
  subjectId: z.string().max(26),
  title: z.string().trim().min(4).max(80),
  description: z.string().trim().min(4).max(5000),
  category: categoryCode,
  /** Empty: registered, and dispatched later. */
  departmentId: z.string().max(26).default(''),
  externalNumber: officialNumber,
  deadline: day,
  urgency: z.enum(['normal', 'urgent']).default('normal'),
});
export type NewWorkOrder = z.output<typeof newWorkOrderSchema>;

export const linkSchema = z.object({
  subjectKind: matterKind,
  subjectId: z.string().max(26),
  number: z.string().trim().min(1).max(60),
});

/** A matter chosen on the page of an order, as `kind:id`. */
export const linkMatterSchema = z.object({
  subject: z
    .string()
    .regex(/^[a-z-]{1,40}:[0-9A-Za-z]{1,26}$/)
    .transform((text) => {
      const [kind = '', id = ''] = text.split(':');
      return { kind, id };
    }),
});

const version = versionField;
const reason = z.string().trim().min(4).max(500);
const words = z.string().trim().max(500).default('');
const organisationId = z.string().min(1).max(26);
const days = numberField(z.number().int().min(1).max(60));
const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const list = <Schema extends z.ZodType>(item: Schema) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).min(1).max(20));

/** A grant may go without words; a refusal says why. */
const decision = <const Act extends string>(act: Act) => z.object({ act: z.literal(act), version, words });
const refusal = <const Act extends string>(act: Act) =>
  z.object({ act: z.literal(act), version, words: reason });

/** One step, as the page of the order posts it. `version` is the one that the page showed. */
export const stepSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('refuse'), version, ground: z.enum(refusalGrounds), words: reason }),
  z.object({ act: z.literal('dispatch'), version, departmentId: organisationId, deadline: day }),
  z.object({ act: z.literal('assign'), version, departmentId: organisationId, deadline: day, reason }),
  z.object({ act: z.literal('reassign'), version, departmentId: organisationId, deadline: day, reason }),
  z.object({ act: z.literal('accept'), version }),
  z.object({ act: z.literal('ask-return'), version, reason }),
  decision('grant-return'),
  refusal('refuse-return'),
  z.object({ act: z.literal('transfer'), version, departmentId: organisationId, reason }),
  z.object({ act: z.literal('transfer-up'), version, reason }),
  z.object({
    act: z.literal('add-helper'),
    version,
    departmentId: organisationId,
    task: z.string().trim().min(4).max(300),
    dueAt: day,
  }),
  z.object({ act: z.literal('helper-report'), version, words: reason }),
  z.object({ act: z.literal('ask-extension'), version, reason, days }),
  decision('grant-extension'),
  refusal('refuse-extension'),
  z.object({ act: z.literal('ask-suspension'), version, reason, days }),
  decision('grant-suspension'),
  refusal('refuse-suspension'),
  z.object({ act: z.literal('resume'), version }),
  z.object({ act: z.literal('pass-up'), version, reason, tried: reason }),
  z.object({
    act: z.literal('delegate'),
    version,
    areaId: z.string().regex(/^\d{4,15}$/),
    means: reason,
  }),
  z.object({
    act: z.literal('whistle'),
    version,
    departmentIds: list(organisationId),
    place: z.string().trim().min(2).max(100),
    meetsAt: moment,
    purpose: z.string().trim().min(4).max(300),
  }),
  z.object({ act: z.literal('report-in'), version, words }),
  z.object({ act: z.literal('close-whistle'), version, words: reason }),
  z.object({ act: z.literal('supervise'), version, ground: z.enum(supervisionGrounds), words }),
  z.object({
    act: z.literal('finish'),
    version,
    report: z.string().trim().min(10).max(10_000),
    measures: z.string().trim().max(2000).optional(),
  }),
  z.object({ act: z.literal('archive'), version }),
]);
export type WorkOrderStep = z.output<typeof stepSchema>;

export const mergeSchema = z.object({
  version,
  number: z.string().trim().min(1).max(60),
  reason,
  /** Said on the page that shows what goes into what. */
  sure: z.literal('yes').optional(),
});

export const splitSchema = z.object({
  version,
  matters: list(z.string().max(60)),
  title: z.string().trim().min(4).max(80),
  description: z.string().trim().min(4).max(5000),
  category: categoryCode,
  reason,
});

export const callBackSchema = z.object({
  solved: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
  contacted: z.preprocess(
    optional,
    z
      .enum(['yes', 'no'])
      .transform((text) => text === 'yes')
      .optional(),
  ),
  rating: numberField(z.number().int().min(1).max(5)),
  words: z.string().trim().max(1000).default(''),
});

const anyOf = <const Value extends string>(values: readonly Value[]) =>
  z.union([z.literal(''), z.enum(values)]);

export const holidayYearSchema = z.object({
  year: numberField(z.number().int().min(2015).max(2100)),
  source: z.string().trim().min(4).max(200),
  days: z.string().trim().max(10_000).default(''),
  checked: z.preprocess((value) => value === 'yes', z.boolean()),
  /** Of the year as it stood, where it is changed. */
  revision: z.string().max(64).default(''),
});

/** In which hours offices work, as `09:00-12:00,13:30-17:30`; full-width signs are what some keyboards give. */
export const officeHoursSchema = z.object({
  hours: z
    .string()
    .max(100)
    .transform((text) =>
      text
        .normalize('NFKC')
        .replaceAll(/\u3001/g, ',')
        .replaceAll(/[–—~]/g, '-'),
    ),
  source: z.string().trim().min(4).max(200),
  revision: z.string().max(64).default(''),
});

export const limitRuleSchema = z.object({
  category: z.union([z.literal(''), categoryCode]).default(''),
  level: anyOf(areaLevels).default(''),
  urgency: anyOf(['normal', 'urgent']).default(''),
  responseHours: numberField(z.number().int().min(1).max(200)),
  responseTime: z.enum(limitTimes).default('working'),
  resolutionDays: numberField(z.number().int().min(1).max(365)),
  resolutionTime: z.enum(limitTimes).default('working'),
  source: z.string().trim().min(4).max(200),
});

export const superiorSchema = z.object({
  areaId: z.string().regex(/^\d{4,15}$/),
  organisationId: z.string().max(26).default(''),
  email: z.string().trim().toLowerCase().max(254),
  title: z.string().trim().min(2).max(60),
});

const chosen = z
  .string()
  .regex(/^[0-9A-Za-z]{1,26}:\d{1,9}$/)
  .transform((text) => {
    const [id = '', orderVersion = ''] = text.split(':');
    return { id, version: Number(orderVersion) };
  });

/** Orders as `id:version`, so that what changed since the page was read is not dispatched. */
export const bulkDispatchSchema = z.object({
  orders: z.preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]),
    z.array(chosen).min(1, 'choose-items').max(100),
  ),
  departmentId: z.string().max(26).default(''),
});

export const noteSchema = z.object({ order: z.string().max(26), body: z.string().trim().min(1).max(5000) });

export const templateSchema = z.object({
  id: z.string().max(26).default(''),
  areaId: z.string().regex(/^\d{4,15}$/, 'not-a-choice'),
  name: z.string().trim().min(1).max(60),
  body: z.string().trim().min(10).max(5000),
  revision: z.string().max(64).default(''),
});

export const saveFilterSchema = z.object({
  name: z.string().trim().min(1).max(40),
  query: z.string().max(500),
});
export const removeSchema = z.object({ id: z.string().max(26) });
