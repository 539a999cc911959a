import type { ReadContext } from './context';
import { personOf } from './person-of';
import type { Term } from './held-terms';
import { tableOf, whereOf } from './held-rows.server';
import { readingsOf } from './ledger/index.server';
import { heldPerson } from './own-data.server';
import { displayNames } from './identity/index.server';
import { subjectServers } from './subjects.server';

export interface HeldTable {
  model: string;
  count: number;
  term: Term;
}

async function heldTables(ctx: ReadContext, person: { id: string; email: string; displayName: string }) {
  const declared = subjectServers.flatMap(({ held }) => Object.entries(held?.models ?? {}));
  const tables: HeldTable[] = [];
  // One after the other: one page does not take every connection of the pool.
  for (const [model, columns] of declared) {
    const given = Object.entries(columns).filter(([, { exported }]) => typeof exported !== 'string');
    const term = ctx.subjects.heldTerms[model];
    if (given.length === 0 || !term) continue;
    const any = given.map(([column, holding]) => whereOf(column, holding, person));
    const count = await tableOf(ctx.database.read, model).count({ where: { OR: any } });
    if (count > 0) tables.push({ model, term, count });
  }
  return tables;
}

/** What is held on the actor and for how long, as the subjects declare it, and who has looked at what is sealed. */
export async function heldOverview(ctx: ReadContext) {
  const person = await heldPerson(ctx, personOf(ctx));
  const [tables, readings] = await Promise.all([heldTables(ctx, person), readingsOf(ctx, person.id)]);
  const names = await displayNames(
    ctx,
    readings.flatMap(({ by }) => by ?? []),
  );
  return { tables, readings: readings.map(({ by, ...seen }) => ({ ...seen, by: (by && names[by]) || '' })) };
}
