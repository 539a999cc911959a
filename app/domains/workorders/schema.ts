import { z } from 'zod';
import { categories } from '../categories';

const optional = (value: unknown) => (value === '' ? undefined : value);
const day = z.preprocess(
  optional,
  z.iso
    .date()
    .transform((text) => new Date(`${text}T15:59:59Z`))
    .optional(),
);

export const newWorkOrderSchema = z.object({
  subjectKind: z.enum(['proposal', 'feedback', 'obligation']),
  subjectId: z.string().max(26),
  title: z.string().trim().min(4).max(80),
  description: z.string().trim().min(4).max(5000),
  category: z.enum(categories),
  departmentId: z.string().min(1).max(26),
  externalNumber: z.string().trim().max(60).default(''),
  deadline: day,
  urgency: z.enum(['normal', 'urgent']).default('normal'),
});
export type NewWorkOrder = z.output<typeof newWorkOrderSchema>;

export const linkSchema = z.object({
  subjectKind: z.enum(['proposal', 'feedback', 'obligation']),
  subjectId: z.string().max(26),
  number: z.string().trim().min(1).max(60),
});

export const stepSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('accept'), version: z.coerce.number().int() }),
  z.object({
    act: z.literal('return'),
    version: z.coerce.number().int(),
    reason: z.string().trim().min(4).max(500),
  }),
  z.object({
    act: z.literal('finish'),
    version: z.coerce.number().int(),
    report: z.string().trim().min(10).max(10_000),
  }),
  z.object({
    act: z.literal('dispatch'),
    version: z.coerce.number().int(),
    departmentId: z.string().min(1).max(26),
    deadline: day,
  }),
  z.object({ act: z.literal('archive'), version: z.coerce.number().int() }),
]);
export type WorkOrderStep = z.output<typeof stepSchema>;

export const callBackSchema = z.object({
  solved: z.enum(['yes', 'no']).transform((text) => text === 'yes'),
  rating: z.coerce.number().int().min(1).max(5),
  words: z.string().trim().max(1000).default(''),
});
