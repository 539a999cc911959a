import type { ReadContext } from '../../context';
import { mostIds } from '../rules/open311/read-query';
import type { RequestQuery } from '../rules/open311/read-query';
import { statesThatAre, statusOfFeedback, statusOfOrder } from '../rules/open311/statuses';
import { publicFeedback, publicOrTakenBack } from '../../feedback/index.server';
import { outgoingOrderSql } from '../../workorders/index.server';
import type { SqlValue } from '~/platform/db/database.server';
import { conditionSql } from '~/platform/db/plain-condition';

export interface RequestKey {
  kind: 'feedback' | 'work-order';
  id: string;
}

/**
 * An order stands for itself where no feedback hangs on it (else its feedback is the request), and never where
 * something hangs on it that not everyone may read.
 */
const ownOrder = (ctx: ReadContext) =>
  `${outgoingOrderSql(ctx, 'o')} AND NOT EXISTS (SELECT 1 FROM "WorkOrderLink" l
    WHERE l."workOrderId" = o."id" AND l."subjectKind" = 'feedback')`;

interface Part {
  text: string;
  values: SqlValue[];
}

const list = (count: number) => Array.from({ length: count }, () => '?').join(', ');

/** What all parts share: area, category and state. */
function narrowed(alias: string, filter: RequestFilter, states: readonly string[]): Part {
  const { areaId, query } = filter;
  const text = [`${alias}."state" IN (${list(states.length)})`];
  const values: SqlValue[] = [...states];
  if (areaId !== null) {
    text.push(`${alias}."areaId" >= ? AND ${alias}."areaId" < ?`);
    values.push(areaId, `${areaId}~`);
  }
  if (query.categories) {
    text.push(`${alias}."category" IN (${list(query.categories.length)})`);
    values.push(...query.categories);
  }
  return { text: text.join(' AND '), values };
}

function window(column: string, { from, to }: { from: Date; to: Date }): Part {
  return { text: `${column} >= ? AND ${column} < ?`, values: [from, new Date(to.getTime() + 1000)] };
}

export interface RequestFilter {
  areaId: string | null;
  query: RequestQuery;
}

/** The part, narrowed by the time asked where the client gave one. */
function askedToo(part: Part, alias: string, query: RequestQuery): Part {
  if (!query.stated) return part;
  const asked = window(`${alias}."createdAt"`, query);
  return { text: `${part.text} AND ${asked.text}`, values: [...part.values, ...asked.values] };
}

function feedbackParts(filter: RequestFilter): Part[] {
  const { query } = filter;
  const rest = narrowed('f', filter, statesThatAre(statusOfFeedback, query.statuses));
  const select = `SELECT 'feedback' AS "kind", f."id" AS "id", f."createdAt" AS "at"`;
  const where = (from: string, limits: Part): Part => ({
    text: `${select} FROM ${from} WHERE ${conditionSql(publicFeedback, 'f')} AND ${limits.text} AND ${rest.text}`,
    values: [...limits.values, ...rest.values],
  });
  const asked = where('"Feedback" f', window('f."createdAt"', query));
  const ofOrder = `"WorkOrder" o JOIN "WorkOrderLink" l ON l."workOrderId" = o."id" AND l."subjectKind" = 'feedback'
    JOIN "Feedback" f ON f."id" = l."subjectId"`;
  const changed = (span: { from: Date; to: Date }) => [
    where('"Feedback" f', window('f."updatedAt"', span)),
    where(ofOrder, window('o."updatedAt"', span)),
  ];
  // With `updated_after` the time asked narrows only where it is given as well.
  if (query.updated) return changed(query.updated).map((part) => askedToo(part, 'f', query));
  return query.stated ? [asked, ...changed(query)] : [asked];
}

function orderParts(ctx: ReadContext, filter: RequestFilter): Part[] {
  const { query } = filter;
  const rest = narrowed('o', filter, statesThatAre(statusOfOrder, query.statuses));
  const part = (limits: Part): Part => ({
    text: `SELECT 'work-order' AS "kind", o."id" AS "id", o."createdAt" AS "at" FROM "WorkOrder" o WHERE ${limits.text} AND ${rest.text} AND ${ownOrder(ctx)}`,
    values: [...limits.values, ...rest.values],
  });
  const asked = part(window('o."createdAt"', query));
  if (query.updated) return [askedToo(part(window('o."updatedAt"', query.updated)), 'o', query)];
  return query.stated ? [asked, part(window('o."updatedAt"', query))] : [asked];
}

/** The keys of one page of requests, the newest first. Each part runs along an index of its time. */
export async function findRequests(ctx: ReadContext, filter: RequestFilter): Promise<RequestKey[]> {
  const { page, pageSize } = filter.query;
  const parts = [...feedbackParts(filter), ...orderParts(ctx, filter)];
  return ctx.database.sql.all<RequestKey>(
    `SELECT "kind", "id" FROM (${parts.map(({ text }) => text).join(' UNION ')}) AS "found"
     ORDER BY "at" DESC, "id" DESC LIMIT ? OFFSET ?`,
    [...parts.flatMap(({ values }) => values), pageSize, (page - 1) * pageSize],
  );
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
  const places = list(unique.length);
  const found = await ctx.database.sql.all<RequestKey>(
    `SELECT 'feedback' AS "kind", f."id" AS "id" FROM "Feedback" f
       WHERE ${conditionSql(takenBack ? publicOrTakenBack : publicFeedback, 'f')} AND f."id" IN (${places})
     UNION SELECT 'work-order' AS "kind", o."id" AS "id" FROM "WorkOrder" o WHERE o."id" IN (${places}) AND ${ownOrder(ctx)}`,
    [...unique, ...unique],
  );
  const kinds = new Map(found.map((key) => [key.id, key]));
  return unique.flatMap((id) => kinds.get(id) ?? []);
}
