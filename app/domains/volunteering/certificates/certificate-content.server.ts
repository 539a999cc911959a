import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { ReadContext } from '../../context';
import { sha256 } from '~/lib/sha256';

/** One service of a certificate, by the fields of order 67, 7: what, when, where, for how long, and who answers for it. */
export const servedSchema = z.object({
  signUpId: z.string(),
  activity: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  task: z.string(),
  /** In minutes, as confirmed. */
  minutes: z.number(),
  /** The person responsible for the activity. */
  contact: z.string(),
});
export type ServedItem = z.output<typeof servedSchema>;

/** By the fields of order 67, 8 and 9; what an honour has none of is empty. */
const awardStated = z.object({
  /** Of its record, which may be withdrawn; older certificates do not say it. */
  id: z.string().default(''),
  ...{ name: z.string(), content: z.string(), minutes: z.number(), day: z.string() },
});

const contentSchema = z.object({
  /** As the person gave them; empty where they did not. */
  realName: z.string(),
  idNumber: z.string(),
  displayName: z.string(),
  organisation: z.string(),
  code: z.string(),
  items: z.array(servedSchema),
  /** Training and honours that the same organisation recorded; older certificates state none. */
  trainings: z.array(awardStated).default([]),
  honours: z.array(awardStated).default([]),
  /** Only where the person wants them: how the service was found, and what they say of themselves (order 67, 10 and 5). */
  evaluations: z
    .array(
      z.object({ activity: z.string(), words: z.string(), stars: z.number().nullable(), day: z.string() }),
    )
    .default([]),
  facts: z.object({ skills: z.string(), services: z.string(), area: z.string() }).nullable().default(null),
});
export type CertificateContent = z.output<typeof contentSchema>;

/** The certificate as one text: what is sealed, given out to its person, and stands in the public log by its fingerprint. */
export const textOfContent = (content: CertificateContent): string => JSON.stringify(content);

export const fingerprintOf = (text: string): string => sha256(text);

export const openText = (ctx: ReadContext, sealed: string): string => ctx.keys.open(sealed);

export const openContent = (ctx: ReadContext, sealed: string): CertificateContent =>
  contentSchema.parse(JSON.parse(openText(ctx, sealed)));

/** Without characters that are read for others. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** So many drawn characters, for what people type from paper or a screen. */
export const drawnCode = (length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

/** Under which a certificate is asked for: the day and eight drawn characters. */
export const newNumber = (day: string): string => `${day.replaceAll('-', '')}-${drawnCode(8)}`;

/** Known to whoever holds the certificate: without it a number tells nothing. */
export const newCode = (): string => drawnCode(8);

/** What is hashed of a check code, however it was typed. */
export const certificateText = (code: string): string => `certificate:${code.trim().toUpperCase()}`;
