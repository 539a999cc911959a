import type { HeldPerson, Holding } from './held-on-persons';
import type { Reader, Transaction } from '~/platform/db/database.server';

/** Prisma's access to one table, whose name comes from a declaration. */
export interface Table {
  findMany(query: {
    where: Record<string, unknown>;
    omit?: Record<string, true>;
    select?: Record<string, true>;
    take?: number;
  }): Promise<unknown[]>;
  count(query: { where: Record<string, unknown> }): Promise<number>;
  deleteMany(query: { where: Record<string, unknown> }): Promise<{ count: number }>;
  fields: Record<string, unknown>;
}

export function tableOf(client: Reader | Transaction['prisma'], model: string): Table {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`;
  const table = (client as unknown as Record<string, Table | undefined>)[name];
  if (!table) throw new Error(`There is no table ${model}`);
  return table;
}

/** By what a column names the person. */
export const namedBy = ({ by }: Holding, person: HeldPerson) => (by === 'email' ? person.email : person.id);

/** The rows that a column ties to the person. */
export const whereOf = (column: string, holding: Holding, person: HeldPerson) => ({
  [column]: namedBy(holding, person),
});
