import type { Context, ReadContext, TransactionContext } from './context';
import { inTransaction } from './in-transaction.server';
import { DomainError } from './domain-error';
import { eachByItself } from './each-by-itself';
import type { HeldOnPersons, HeldPerson, Holding } from './held-on-persons';
import { recordOwnData } from './identity/index.server';
import { subjectServers } from './subjects.server';
import { subjects } from './subjects';
import type { Reader, Transaction } from '~/platform/db/database.server';

/** Prisma's access to one table, whose name comes from a declaration. */
interface Table {
  findMany(query: { where: Record<string, string>; omit: Record<string, true> }): Promise<unknown[]>;
  deleteMany(query: { where: Record<string, string> }): Promise<unknown>;
  fields: Record<string, unknown>;
}

function tableOf(client: Reader | Transaction['prisma'], model: string): Table {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  const table = (client as unknown as Record<string, Table | undefined>)[name];
  if (!table) throw new Error(`There is no table ${model}`);
  return table;
}

const whereOf = (column: string, { by }: Holding, person: HeldPerson) => ({
  [column]: by === 'email' ? person.email : person.id,
});

async function rowsOf(ctx: ReadContext, held: HeldOnPersons, person: HeldPerson) {
  const rows: Record<string, unknown> = {};
  for (const [model, columns] of Object.entries(held.models)) {
    const table = tableOf(ctx.database.read, model);
    const omit = Object.fromEntries(
      (held.secret ?? []).filter((name) => name in table.fields).map((name) => [name, true as const]),
    );
    for (const [column, holding] of Object.entries(columns)) {
      if (holding.exported !== true) continue;
      const found = await table.findMany({ where: whereOf(column, holding, person), omit });
      rows[`${model}.${column}`] = found;
    }
  }
  return { ...rows, ...(await held.exportMore?.(ctx, person)) };
}

async function heldPerson(ctx: ReadContext, personId: string): Promise<HeldPerson> {
  const person = await ctx.database.read.person.findUnique({
    where: { id: personId },
    select: { id: true, email: true, displayName: true },
  });
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
  const people = await ctx.database.read.person.findMany({
    where: {
      erasedAt: null,
      suspendedAt: { not: null },
      email: { startsWith: 'erased-', endsWith: '@invalid' },
    },
    select: { id: true },
    take: atOnce,
  });
  await eachByItself(people, ({ id }) => erasePerson(ctx, id));
  return people.length;
}
