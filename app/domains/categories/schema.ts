import { z } from 'zod';
import { categoryGroups } from './groups';
import { isPlainName } from '~/lib/texts/plain-name';

export { categoryGroups, unsortedCategory } from './groups';

const codeOf = (fault: string) =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, fault)
    .max(40, fault);

/** A code where one is chosen; whether there is such a category the use case asks. */
export const categoryCode = codeOf('not-a-choice');

const reason = z.string().trim().min(4).max(300);
const words = {
  name: z.string().trim().min(2).max(20).refine(isPlainName, 'plain-name'),
  nameEnglish: z
    .string()
    .trim()
    .max(40)
    .refine((name) => name === '' || isPlainName(name), 'plain-name')
    .default(''),
  group: z.enum(['', ...categoryGroups]).default(''),
};

export const newCategorySchema = z.object({ code: codeOf('category-code'), ...words, reason });
export type NewCategory = z.output<typeof newCategorySchema>;

export const changeCategorySchema = z.object({ revision: z.string().max(64).default(''), ...words, reason });
export type CategoryChange = z.output<typeof changeCategorySchema>;

export const retireCategorySchema = z.object({ reason });

export const moveCategorySchema = z.object({ code: categoryCode, way: z.enum(['up', 'down']) });
export type CategoryMove = z.output<typeof moveCategorySchema>;
