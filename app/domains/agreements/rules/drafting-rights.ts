import { clausesOf } from './clauses';
import { fieldOf, mostObligations, obligationColumns } from './obligation-rows';
import type { FieldValues } from '~/lib/form-state';

/**
 * What a party may do with a draft by itself: change the whole of it, change what is its own and propose the rest, only
 * propose, or only comment. Whatever its right, a party accepts or refuses what others propose.
 */
export const draftingRights = ['whole', 'own', 'propose', 'comment'] as const;
export type DraftingRight = (typeof draftingRights)[number];

export interface DraftingParty {
  organisationId: string;
  drafting: string;
  /** JSON of headings. */
  clauses: string;
}

/** A word that is not known is read as the narrowest right. */
export const rightOf = ({ drafting }: Pick<DraftingParty, 'drafting'>): DraftingRight =>
  draftingRights.find((right) => right === drafting) ?? 'comment';

/** The headings of the clauses that this party alone words. */
export const keptClauses = ({ clauses }: Pick<DraftingParty, 'clauses'>) => JSON.parse(clauses) as string[];

export type ChangedPart =
  | { kind: 'clause'; title: string | null }
  | { kind: 'obligation'; organisationId: string; payerId: string }
  /** Title, area, parties, order and days of signing, last day, and the order in which all this stands. */
  | { kind: 'terms' };

/** Of each whether the other list has it, too; what stands twice in one has to stand twice in the other. */
function matched(all: readonly string[], others: readonly string[]): boolean[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return all.map((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count > 0;
  });
}

/** What one list has and the other has not, both ways; and whether what both have stands in another order. */
function compared<Item>(was: readonly Item[], is: readonly Item[], textOf: (item: Item) => string) {
  const [before, after] = [was.map(textOf), is.map(textOf)];
  const [inAfter, inBefore] = [matched(before, after), matched(after, before)];
  const stayed = before.filter((_text, at) => inAfter[at]);
  const order = after.filter((_text, at) => inBefore[at]);
  return {
    changed: [...was.filter((_item, at) => !inAfter[at]), ...is.filter((_item, at) => !inBefore[at])],
    moved: stayed.some((text, at) => text !== order[at]),
  };
}

const one = (fields: FieldValues, name: string) => {
  const value = fields[name];
  return typeof value === 'string' ? value : (value ?? []).join(' ');
};

const rowsOf = (fields: FieldValues) =>
  Array.from({ length: mostObligations }, (_none, at) =>
    obligationColumns.map((column) => one(fields, fieldOf(column, at + 1))),
  ).filter((cells) => cells.some((cell) => cell !== ''));

const termNames = [
  ...['title', 'areaId', 'proposalId', 'template', 'signingOrder', 'signDays', 'endsOn', 'partyIds'],
];

/** Which parts of a draft differ between two states of its form. */
export function changedParts(before: FieldValues, after: FieldValues): ChangedPart[] {
  const [was, is] = [clausesOf(one(before, 'body')), clausesOf(one(after, 'body'))];
  const clauses = compared(was, is, ({ source }) => source);
  const rows = compared(rowsOf(before), rowsOf(after), (cells) => JSON.stringify(cells));
  const terms = termNames.some((name) => one(before, name) !== one(after, name));
  return [
    ...clauses.changed.map(({ title }) => ({ kind: 'clause' as const, title })),
    ...rows.changed.map((cells) => ({
      kind: 'obligation' as const,
      organisationId: cells[obligationColumns.indexOf('party')] ?? '',
      payerId: cells[obligationColumns.indexOf('payer')] ?? '',
    })),
    ...(terms || clauses.moved || rows.moved ? [{ kind: 'terms' as const }] : []),
  ];
}

/**
 * Whether a party may make all these changes by itself; else they are a proposal to the others. A clause that is given to
 * a party is worded by that one alone. What a party promises is its own as long as nobody else is to pay for it.
 */
export function mayChangeAlone(
  parts: readonly ChangedPart[],
  own: DraftingParty,
  parties: readonly DraftingParty[],
): boolean {
  const right = rightOf(own);
  const keeps = (party: DraftingParty, title: string | null) =>
    title !== null && keptClauses(party).includes(title);
  const others = parties.filter((party) => party.organisationId !== own.organisationId);
  return parts.every((part) => {
    if (right === 'whole') return part.kind !== 'clause' || !others.some((party) => keeps(party, part.title));
    if (right !== 'own' || part.kind === 'terms') return false;
    return part.kind === 'clause'
      ? keeps(own, part.title)
      : part.organisationId === own.organisationId && part.payerId === '';
  });
}
