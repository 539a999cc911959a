import { areasOfRoles } from '../actor';
import type { Actor } from '../actor';
import type { ReadContext } from '../context';
import type { ClosingWords } from '../taken-up';
import { orderReaders } from './policy';
import type { OrderReadFacts } from './policy';
import { within } from '~/platform/db/lists/area-scope';
import type { Prisma } from '~/platform/db/database.server';
import { conditionSql } from '~/platform/db/plain-condition';

/** What an order's words may be of: the subjects say it. */
type Knowing = Pick<ReadContext, 'subjects'>;
type Reading = Knowing & Pick<ReadContext, 'actor'>;

const visitor: Actor = { kind: 'visitor' };

/** The kinds of matters whose words an order may bear, by their names. */
function closings({ subjects }: Knowing): (ClosingWords & { kind: string })[] {
  return [...subjects.takenUp].flatMap(([kind, { closing }]) => (closing ? [{ kind, ...closing }] : []));
}

/** The words of the order are its own and not said in confidence, or those of matters that the actor may read. */
const wordsRead = (ctx: Knowing, actor: Actor): Prisma.WorkOrderWhereInput => ({
  isConfidential: false,
  AND: closings(ctx).map(({ relation, readable }) => ({
    OR: [{ [`${relation}Id`]: null }, { [relation]: { is: readable(actor) } }],
  })),
});

/** What anyone may read. */
export const publicOrders = (ctx: Knowing): Prisma.WorkOrderWhereInput => wordsRead(ctx, visitor);

/** The same in SQL, for an order under the alias. */
const publicOrderSql = (ctx: Knowing, alias: string): string =>
  [
    `NOT ${alias}."isConfidential"`,
    ...closings(ctx).map(
      ({ table, relation, open }) =>
        `(${alias}."${relation}Id" IS NULL OR EXISTS (SELECT 1 FROM "${table}" w
           WHERE w."id" = ${alias}."${relation}Id" AND ${conditionSql(open, 'w')}))`,
    ),
  ].join(' AND ');

/** In SQL, the ids of all orders there are: for what counts them, and shows none. */
export const allOrdersSql = 'SELECT o."id" FROM "WorkOrder" o';

/** In SQL, the ids of all orders that not everyone may read. */
export const closedOrdersSql = (ctx: Knowing): string =>
  `SELECT o."id" FROM "WorkOrder" o WHERE NOT (${publicOrderSql(ctx, 'o')})`;

/**
 * In SQL, for an order under the alias: what may leave the house for maps, feeds, frames and other servers. What goes out
 * cannot be called back: beside the orders that not everyone may read, none goes out on which something hangs that not
 * everyone may read, though its own words are for everyone.
 */
export const outgoingOrderSql = (ctx: Knowing, alias: string): string =>
  [
    publicOrderSql(ctx, alias),
    ...closings(ctx).map(
      ({ kind, table, open }) =>
        `NOT EXISTS (SELECT 1 FROM "WorkOrderLink" l JOIN "${table}" m ON m."id" = l."subjectId"
          WHERE l."workOrderId" = ${alias}."id" AND l."subjectKind" = '${kind}' AND NOT ${conditionSql(open, 'm')})`,
    ),
  ].join(' AND ');

/** The twin of mayReadOrder for lists: the orders that the actor may read. */
export function readableOrders(ctx: Reading): Prisma.WorkOrderWhereInput {
  const { actor } = ctx;
  if (actor.kind === 'system') return {};
  if (actor.kind === 'visitor') return publicOrders(ctx);
  const areas = areasOfRoles(actor, orderReaders).map(within);
  const ids = actor.memberships.filter(({ verified }) => verified).map((member) => member.organisationId);
  const own: Prisma.WorkOrderWhereInput[] = [
    { departmentId: { in: ids } },
    { leadId: { in: ids } },
    { helpers: { some: { departmentId: { in: ids } } } },
    { whistles: { some: { calls: { some: { departmentId: { in: ids } } } } } },
  ];
  return {
    OR: [
      wordsRead(ctx, actor),
      ...areas.flatMap((area) => [{ areaId: area }, { handlingAreaId: area }]),
      ...(ids.length > 0 ? own : []),
    ],
  };
}

const ownColumns = {
  areaId: true,
  handlingAreaId: true,
  departmentId: true,
  leadId: true,
  isConfidential: true,
  helpers: { select: { departmentId: true } },
  whistles: { select: { calls: { select: { departmentId: true } } } },
} as const satisfies Prisma.WorkOrderSelect;

/** Of the matters whose words the order may bear, what their rules ask for: `orderFacts` alone reads them. */
export const wordsColumns = (ctx: Knowing): object =>
  Object.fromEntries(closings(ctx).map(({ relation, facts }) => [relation, { select: facts }]));

/** The columns that mayReadOrder asks for. */
export function orderFactColumns(ctx: Knowing): typeof ownColumns {
  const ids = closings(ctx).map(({ relation }) => [`${relation}Id`, true] as const);
  return { ...ownColumns, ...Object.fromEntries(ids), ...wordsColumns(ctx) };
}

type Row = Prisma.WorkOrderGetPayload<{ select: typeof ownColumns }>;

/** A row that was read by these columns, as the rule takes it. */
export function orderFacts(ctx: Knowing, row: Row): OrderReadFacts {
  const called = row.whistles.flatMap(({ calls }) => calls);
  const read = new Map<string, unknown>(Object.entries(row));
  return {
    areaId: row.areaId,
    handlingAreaId: row.handlingAreaId,
    isConfidential: row.isConfidential,
    departmentIds: [
      row.departmentId,
      row.leadId,
      ...[...row.helpers, ...called].map((one) => one.departmentId),
    ].filter((id) => id !== null),
    wordsOf: closings(ctx).flatMap(({ relation, reads }): OrderReadFacts['wordsOf'] => {
      const matter = read.get(relation);
      if (matter) return [(actor: Actor) => reads(actor, matter)];
      return read.get(`${relation}Id`) ? ['gone'] : [];
    }),
  };
}

/** The row without of whose matters its words may be. */
export function withoutWords<R extends object>(ctx: Knowing, row: R): Omit<R, `wordsOf${string}`> {
  const closed: string[] = closings(ctx).flatMap(({ relation }) => [relation, `${relation}Id`]);
  const shown = Object.entries(row).filter(([name]) => !closed.includes(name));
  return Object.fromEntries(shown) as Omit<R, `wordsOf${string}`>;
}

/** The column that closes an order with the matter whose words it bears; none for kinds that are for everyone. */
export function closedWith({ subjects }: Knowing, { kind, id }: { kind: string; id: string }): WordsTaken {
  const relation = subjects.takenUp.get(kind)?.closing?.relation;
  return relation ? { [`${relation}Id`]: id } : {};
}

/** These columns of an order that is there. */
export function wordsTakenFrom(ctx: Knowing, order: WordsTaken): WordsTaken {
  const names: string[] = closings(ctx).map(({ relation }) => `${relation}Id`);
  return Object.fromEntries(Object.entries(order).filter(([name]) => names.includes(name)));
}

/** The columns that say of whose matters an order's words may be. */
export type WordsTaken = Partial<
  Pick<
    Prisma.WorkOrderUncheckedCreateInput,
    keyof Prisma.WorkOrderUncheckedCreateInput & `wordsOf${string}Id`
  >
>;
