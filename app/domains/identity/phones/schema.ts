import { z } from 'zod';

const number = z.string().trim().min(1).max(40);
/** Full-width digits are what some keyboards give. */
const code = z
  .string()
  .max(40)
  .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'six-digits-sent'));
const token = z.string().max(64);
const password = z.string().min(1).max(200);
const next = z.string().max(2000).optional();

export const addPhoneSchema = z.object({ number, password });
export const confirmPhoneSchema = z.object({ code });
export const removePhoneSchema = z.object({ password });
export const askByPhoneSchema = z.object({ number, next });
export const askAgainSchema = z.object({ asked: token, next });
export const enterByPhoneSchema = z.object({ asked: token, code, next });
