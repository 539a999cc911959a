import type { ReadContext } from '../context';
import { DomainError } from '../domain-error';
import { portalTops } from '../identity/index.server';
import { revisionOf } from '../shown-fields.server';
import type { CategoryList } from './groups';
import { mayKeepCategories, mayRetire } from './policy';
import type { Locale } from '~/i18n/locale';
import type { Database } from '~/platform/db/database.server';

/** All of them in their order, with those that are retired. */
export const readCategories = ({ read }: Pick<Database, 'read'>) =>
  read.category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
export type CategoryRow = Awaited<ReturnType<typeof readCategories>>[number];

const nameIn = (locale: Locale, { name, nameEnglish }: Pick<CategoryRow, 'name' | 'nameEnglish'>) =>
  locale === 'en' && nameEnglish !== '' ? nameEnglish : name;

/** As a page in the language shows them. */
export const shownCategories = (rows: readonly CategoryRow[], locale: Locale): CategoryList => ({
  names: Object.fromEntries(rows.map((row) => [row.id, nameIn(locale, row)])),
  retired: rows.flatMap(({ id, retiredAt }) => (retiredAt ? [id] : [])),
});

/** All in the reader's language. */
export const categoryList = async (ctx: ReadContext): Promise<CategoryList> =>
  shownCategories(await readCategories(ctx.database), ctx.locale);

/** What a category is called in the reader's language; one that nobody knows is called by its code. */
export async function categoryNamer(ctx: ReadContext): Promise<(code: string) => string> {
  const { names } = await categoryList(ctx);
  return (code) => names[code] ?? code;
}

/** A category and its group, nearest first: responsibility lists may name either. */
export async function categoryTrails(ctx: ReadContext): Promise<(code: string) => string[]> {
  const groups = new Map((await readCategories(ctx.database)).map(({ id, groupName }) => [id, groupName]));
  return (code) => [code, groups.get(code) ?? ''].filter((name) => name !== '');
}

/** What the page of all categories shows, and whether the actor keeps them. */
export async function categoriesDesk(ctx: ReadContext) {
  const rows = await readCategories(ctx.database);
  const may = mayKeepCategories(ctx.actor, await portalTops(ctx)).allowed;
  return {
    may,
    rows: rows.map(({ id, groupName, retiredAt, ...row }) => ({
      ...{ id, group: groupName ?? '', retiredAt, name: nameIn(ctx.locale, row) },
    })),
  };
}

/** What the form of a category is filled with. */
export const fieldsOf = ({ name, nameEnglish, groupName }: CategoryRow) => ({
  ...{ name, nameEnglish, group: groupName ?? '' },
});

/** One category with what may be done to it. Throws `not-found`. */
export async function categoryPage(ctx: ReadContext, id: string) {
  const row = await ctx.database.read.category.findUnique({ where: { id } });
  if (!row) throw new DomainError('not-found');
  const fields = fieldsOf(row);
  return {
    ...{ id, fields, retiredAt: row.retiredAt, revision: revisionOf(fields), name: nameIn(ctx.locale, row) },
    may: mayKeepCategories(ctx.actor, await portalTops(ctx)).allowed,
    retire: mayRetire(row),
  };
}
