import type { Context, ReadContext, TransactionContext } from './context';
import { inTransaction } from './in-transaction.server';
import { DomainError } from './domain-error';
import { eachByItself } from './each-by-itself';
import { countHeld } from './held-counts.server';
import type { HeldOnPersons, HeldPerson } from './held-on-persons';
import { tableOf, whereOf } from './held-rows.server';
import { accountById, halfErased, recordOwnData } from './identity/index.server';
import { personOf } from './person-of';
import { subjectServers } from './subjects.server';
import { subjects } from './subjects';

/** The columns of a subject by which rows are given out, each with what reads them. */
function givenOut(ctx: ReadContext, held: HeldOnPersons, person: HeldPerson) {
  return Object.entries(held.models).flatMap(([model, columns]) => {
    const table = tableOf(ctx.database.read, model);
    const secret = (held.secret ?? []).filter((name) => name in table.fields);
    const omit = Object.fromEntries(secret.map((name) => [name, true as const]));
    return Object.entries(columns)
      .filter(([, { exported }]) => exported === true)
      .map(([column, holding]) => ({
        ...{ model, key: `${model}.${column}`, table },
        query: { where: whereOf(column, holding, person), omit },
      }));
  });
}

async function rowsOf(ctx: ReadContext, held: HeldOnPersons, person: HeldPerson) {
  const rows: Record<string, unknown> = {};
  for (const { key, table, query } of givenOut(ctx, held, person)) rows[key] = await table.findMany(query);
  return { ...rows, ...(await held.exportMore?.(ctx, person)) };
}

/** Whose data it is, by all that names them in a row. Throws `not-found`. */
export async function heldPerson(ctx: ReadContext, personId: string): Promise<HeldPerson> {
  const person = await accountById(ctx, personId);
  if (!person) throw new DomainError('not-found');
  return person;
}

/** Everything that is held on a person, by subject, for taking along (PIPL 45). That it was asked for is on record. */
export async function exportPerson(ctx: Context, personId: string) {
  const person = await heldPerson(ctx, personId);
  const everything: Record<string, Record<string, unknown>> = {};
  for (const { subject, held } of subjectServers)
    if (held) everything[subject.name] = await rowsOf(ctx, held, person);
  await inTransaction(ctx, (ctx) => recordOwnData(ctx, { type: 'person.exported', personId }));
  return everything;
}

export interface OwnTable {
  /** The table and the column by which the rows were found, or under what its subject gives them out. */
  key: string;
  rows: unknown[];
  /** How many more there are, which only the export holds. */
  more: number;
}

async function ownTablesOf(
  ctx: ReadContext,
  held: HeldOnPersons,
  { person, most, counts }: { person: HeldPerson; most: number; counts: ReadonlyMap<string, number> },
): Promise<OwnTable[]> {
  const tables: OwnTable[] = [];
  for (const { model, key, table, query } of givenOut(ctx, held, person)) {
    if (!counts.get(model)) continue;
    const rows = await table.findMany({ ...query, take: most });
    const more = rows.length < most ? 0 : (await table.count({ where: query.where })) - rows.length;
    tables.push({ key, rows, more });
  }
  for (const [key, found] of Object.entries((await held.exportMore?.(ctx, person)) ?? {})) {
    const rows = Array.isArray(found) ? (found as unknown[]) : found === null ? [] : [found];
    tables.push({ key, rows: rows.slice(0, most), more: Math.max(0, rows.length - most) });
  }
  return tables;
}

/** What is held on the actor, to be read on a page: of each table so many rows. Nothing is taken along, nothing written. */
export async function ownTables(ctx: ReadContext, most: number): Promise<OwnTable[]> {
  const person = await heldPerson(ctx, personOf(ctx));
  const counts = await countHeld(ctx, person);
  const tables: OwnTable[] = [];
  for (const { held } of subjectServers)
    if (held) tables.push(...(await ownTablesOf(ctx, held, { person, most, counts })));
  return tables.filter(({ rows }) => rows.length > 0);
}

/**
 * Erases the person (PIPL 47): what waits for the person is freed, what was decided officially stays without the name,
 * and what counted is not counted again for the same mail address. Each subject says in its declaration what it does,
 * from the top of the order downward; the person goes last.
 */
export async function erasePerson(ctx: Context, personId: string): Promise<void> {
  const person = await heldPerson(ctx, personId);
  await inTransaction(ctx, (ctx) => erase(ctx, person));
}

async function erase(ctx: TransactionContext, person: HeldPerson): Promise<void> {
  for (const held of subjectServers.flatMap((server) => server.held ?? []).reverse()) {
    await held.erase?.(ctx, person);
    for (const [model, columns] of Object.entries(held.models))
      for (const [column, holding] of Object.entries(columns))
        if (holding.erasing === 'deleted')
          await tableOf(ctx.prisma, model).deleteMany({ where: whereOf(column, holding, person) });
  }
  await recordOwnData(ctx, { type: 'person.erased', personId: person.id });
  ctx.afterCommit(() => ctx.invalidatePages(erasedShowsOn));
}

/** A name may stand on the pages of any subject. */
const erasedShowsOn = [
  ...new Set(
    subjects.flatMap(({ events }) => Object.values(events).flatMap((definition) => [...definition.topics])),
  ),
];
const atOnce = 20;

/** Frees what still waits for persons whom an older version erased without asking the subjects. Answers how many. */
export async function finishErasures(ctx: Context): Promise<number> {
  const ids = await halfErased(ctx, atOnce);
  await eachByItself(ids, (id) => erasePerson(ctx, id));
  return ids.length;
}
