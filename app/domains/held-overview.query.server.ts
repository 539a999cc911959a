import type { ReadContext } from './context';
import { personOf } from './person-of';
import type { Term } from './held-terms';
import type { HeldPerson } from './held-on-persons';
import { countHeld } from './held-counts.server';
import { readingsOf } from './ledger/index.server';
import { heldPerson } from './own-data.server';
import { displayNames } from './identity/index.server';

export interface HeldTable {
  model: string;
  count: number;
  term: Term;
}

async function heldTables(ctx: ReadContext, person: HeldPerson): Promise<HeldTable[]> {
  return [...(await countHeld(ctx, person))].flatMap(([model, count]) => {
    const term = ctx.subjects.heldTerms[model];
    return term && count > 0 ? [{ model, term, count }] : [];
  });
}

/** So many readings are shown at first, and of those who ask for all. */
const listedReadings = { usually: 20, all: 1000 };

/**
 * What is held on the actor and for how long, as the subjects declare it, and who has looked at what is sealed: the last
 * of them, or where they are asked for, all.
 */
export async function heldOverview(ctx: ReadContext, { allReadings = false } = {}) {
  const person = await heldPerson(ctx, personOf(ctx));
  const most = allReadings ? listedReadings.all : listedReadings.usually;
  const [tables, found] = await Promise.all([
    heldTables(ctx, person),
    // One more than is shown: whether there are more.
    readingsOf(ctx, person.id, most + 1),
  ]);
  const readings = found.slice(0, most);
  const names = await displayNames(
    ctx,
    readings.flatMap(({ by }) => by ?? []),
  );
  return {
    tables,
    readings: readings.map(({ by, ...seen }) => ({ ...seen, by: (by && names[by]) || '' })),
    moreReadings: found.length > most,
  };
}
