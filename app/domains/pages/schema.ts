import { z } from 'zod';
import { isTelephone, plainTelephone } from '~/lib/numbers/telephone';
import { isPlainName } from '~/lib/texts/plain-name';
import { versionField } from '~/lib/numbers/number-field';

export { knownPages } from './known-pages';
export type { KnownPage } from './known-pages';

const title = z.string().trim().max(80);
const text = z.string().trim().max(40_000);
const reason = z.string().trim().min(4).max(300);

const words = {
  titleChinese: title.min(2),
  titleEnglish: title.default(''),
  textChinese: text.min(10),
  textEnglish: text.default(''),
  reason,
};

/** Both parts of the English, or neither. */
const isWhole = (page: { titleEnglish: string; textEnglish: string }) =>
  (page.titleEnglish === '') === (page.textEnglish === '');
const whole = { path: ['textEnglish'], message: 'both-or-neither' };

/** `revision` is the version from which the text was edited; 0 where none was. */
export const savePageSchema = z.object({ ...words, revision: versionField }).refine(isWhole, whole);
export type PageWords = Omit<z.output<typeof savePageSchema>, 'revision'>;

export const newGuideSchema = z
  .object({
    id: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{2,39}$/, 'page-name'),
    ...words,
  })
  .refine(isWhole, whole);

export const publishPageSchema = z.object({ version: versionField });
export const withdrawGuideSchema = z.object({ reason });
export const withdrawVersionSchema = z.object({ version: versionField, reason });

/** A logo stands at some 40 pixels, on screens of several times as many. */
export const longestLogoEdge = 512;

const named = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => text === '' || isPlainName(text), 'plain-name');
const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(#[0-9a-f]{6})?$/, 'colour')
  .default('');

export const profileSchema = z.object({
  revision: versionField,
  nameChinese: named(20).refine((text) => text !== '', 'required'),
  nameEnglish: named(40).default(''),
  sloganChinese: named(30).default(''),
  sloganEnglish: named(60).default(''),
  phone: z
    .string()
    .max(40)
    .transform(plainTelephone)
    .refine((number) => number === '' || isTelephone(number, 3), 'not-a-phone')
    .default(''),
  mailAddress: z.union([z.literal(''), z.email().max(254)]).default(''),
  address: z.string().trim().max(200).default(''),
  hours: z.string().trim().max(100).default(''),
  colourLight: colour,
  colourDark: colour,
  withoutLogo: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
  reason,
});
