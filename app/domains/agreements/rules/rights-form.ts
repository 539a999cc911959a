import { clausesOf } from './clauses';

/** The names of the fields: what a party may do, and which party words a clause, by its number. */
export const rightField = (organisationId: string) => `right.${organisationId}`;
export const clauseField = (number: number) => `clause.${number}`;

/** Of a text the clauses that can be given to a party: those whose heading is theirs alone, by number. */
export function givenClauses(body: string): { number: number; title: string }[] {
  const titled = clausesOf(body).flatMap(({ number, title }) => (title === null ? [] : [{ number, title }]));
  return titled.filter(({ title }) => titled.filter((one) => one.title === title).length === 1);
}
