import { z } from 'zod';
import { statusActs } from './rules/exchange/status-acts';

export type { StatusAct } from './rules/exchange/status-acts';

const areaId = z.string().regex(/^\d{4,15}$/, 'not-a-choice');
const name = z.string().trim().min(2).max(60);

export const apiKeySchema = z.object({
  name,
  areaId,
  postsArePublic: z.enum(['yes', 'no']),
});
export type NewApiKey = z.output<typeof apiKeySchema>;

export const idSchema = z.object({ id: z.string().min(1).max(40) });

const address = z
  .string()
  .trim()
  .max(500)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), 'not-an-address')
  .refine((text) => !URL.canParse(text) || new URL(text).username === '', 'not-an-address');

export const endpointSchema = z.object({ name, areaId, url: address });
export type NewEndpoint = z.output<typeof endpointSchema>;

export const sourceSchema = z.object({ name, areaId, departmentId: z.string().min(1).max(26) });
export type NewSource = z.output<typeof sourceSchema>;

const externalStatus = z.string().trim().min(1).max(60);

export const mappingSchema = z.object({ status: externalStatus, act: z.enum(statusActs) });

/** The body of a status message. `number` is the official number, or ours. */
export const statusMessageSchema = z.object({
  type: z.literal('work_order.status'),
  timestamp: z.string().max(40).optional(),
  data: z.object({
    number: z.string().trim().min(1).max(60),
    status: externalStatus,
    report: z.string().trim().max(10_000).optional(),
  }),
});
export type StatusMessage = z.output<typeof statusMessageSchema>;

export const targetSchema = z.object({
  name,
  areaId,
  url: address.refine((text) => text.endsWith('/'), 'ends-with-slash'),
  jurisdictionId: z.string().trim().max(100).default(''),
  apiKey: z.string().trim().max(200).default(''),
});
export type NewTarget = z.output<typeof targetSchema>;

export const readReportersSchema = z.object({ reason: z.string().trim().min(4).max(300) });
