import type { ReadContext } from '../../context';
import { mostIds } from '../rules/open311/read-query';
import type { RequestQuery } from '../rules/open311/read-query';
import { statesThatAre, statusOfFeedback, statusOfOrder } from '../rules/open311/statuses';
import { feedbackRequestsSql } from '../../feedback/index.server';
import { mattersOfOrdersSql, orderRequestsSql } from '../../workorders/index.server';
import { narrowedSql, oneOf, spanSql } from '~/platform/db/lists/sql-parts';
import type { SqlPart } from '~/platform/db/lists/sql-parts';

export interface RequestKey {
  kind: 'feedback' | 'work-order';
  id: string;
}

export interface RequestFilter {
  areaId: string | null;
  query: RequestQuery;
}

type Terms = (alias: string) => readonly SqlPart[];
type Span = { from: Date; to: Date };

/** Other systems give whole seconds: the last one belongs to it. */
const within =
  (column: 'createdAt' | 'updatedAt', { from, to }: Span): Terms =>
  (alias) => [spanSql(`${alias}."${column}"`, { from, until: new Date(to.getTime() + 1000) })];

const both =
  (...all: Terms[]): Terms =>
  (alias) =>
    all.flatMap((terms) => terms(alias));

/** The terms, narrowed by the time asked where the client gave one. */
const askedToo = (terms: Terms, query: RequestQuery): Terms =>
  query.stated ? both(terms, within('createdAt', query)) : terms;

const narrowed =
  ({ areaId, query: { categories } }: RequestFilter, states: readonly string[]): Terms =>
  (alias) => [narrowedSql(alias, { areaId, categories, states })];

/** Feedback itself was changed, or an order on which it hangs. */
const changedFeedback = (span: Span): Terms[] => [
  within('updatedAt', span),
  (alias) => {
    const { text, values } = mattersOfOrdersSql({ kind: 'feedback', terms: within('updatedAt', span) });
    return [{ text: `${alias}."id" IN (${text})`, values }];
  },
];

function feedbackParts(filter: RequestFilter): SqlPart[] {
  const { query } = filter;
  const rest = narrowed(filter, statesThatAre(statusOfFeedback, query.statuses));
  const part = (terms: Terms) => feedbackRequestsSql(both(terms, rest));
  // With `updated_after` the time asked narrows only where it is given as well.
  if (query.updated) return changedFeedback(query.updated).map((terms) => part(askedToo(terms, query)));
  const asked = part(within('createdAt', query));
  return query.stated ? [asked, ...changedFeedback(query).map(part)] : [asked];
}

function orderParts(ctx: ReadContext, filter: RequestFilter): SqlPart[] {
  const { query } = filter;
  const rest = narrowed(filter, statesThatAre(statusOfOrder, query.statuses));
  const part = (terms: Terms) => orderRequestsSql(ctx, { kind: 'feedback', terms: both(terms, rest) });
  if (query.updated) return [part(askedToo(within('updatedAt', query.updated), query))];
  const asked = part(within('createdAt', query));
  return query.stated ? [asked, part(within('updatedAt', query))] : [asked];
}

const union = (parts: readonly SqlPart[]): SqlPart => ({
  text: `SELECT "kind", "id" FROM (${parts.map(({ text }) => text).join(' UNION ')}) AS "found"`,
  values: parts.flatMap(({ values }) => values),
});

/** The keys of one page of requests, the newest first. Each part runs along an index of its time. */
export async function findRequests(ctx: ReadContext, filter: RequestFilter): Promise<RequestKey[]> {
  const { page, pageSize } = filter.query;
  const { text, values } = union([...feedbackParts(filter), ...orderParts(ctx, filter)]);
  return ctx.database.sql.all<RequestKey>(`${text} ORDER BY "at" DESC, "id" DESC LIMIT ? OFFSET ?`, [
    ...values,
    ...[pageSize, (page - 1) * pageSize],
  ]);
}

/**
 * The keys of these ids that are public, in the order asked; with what was taken back only where nothing but that is
 * told of it.
 */
export async function findById(
  ctx: ReadContext,
  ids: readonly string[],
  { takenBack = false }: { takenBack?: boolean } = {},
): Promise<RequestKey[]> {
  const unique = [...new Set(ids)].slice(0, mostIds);
  const named: Terms = (alias) => [oneOf(`${alias}."id"`, unique)];
  const { text, values } = union([
    feedbackRequestsSql(named, { takenBack }),
    orderRequestsSql(ctx, { kind: 'feedback', terms: named }),
  ]);
  const found = await ctx.database.sql.all<RequestKey>(text, values);
  const kinds = new Map(found.map((key) => [key.id, key]));
  return unique.flatMap((id) => kinds.get(id) ?? []);
}
