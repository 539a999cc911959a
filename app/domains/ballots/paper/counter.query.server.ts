import type { ReadContext } from '../../context';
import { DomainError, ensure } from '../../domain-error';
import { displayNames, namedAccountsSql } from '../../identity/index.server';
import { ballotKeyOf } from '../ballot-key.server';
import { handedOutMark } from './paper-sheet';
import { mayAssistVoters, mayEnterSheets } from '../policy';
import { readableOptions } from '../readable-options.server';
import { withVotes } from '../casting/register.server';
import { findLines, lineOfElector } from '../roll/find-lines.server';
import { readTerms } from '../organising/terms';
import { explain } from '~/i18n/reason-text';

async function loadForStaff(ctx: ReadContext, ballotId: string) {
  const ballot = await ctx.database.read.ballot.findUnique({
    where: { id: ballotId },
    include: {
      options: {
        orderBy: { position: 'asc' },
        select: { id: true, label: true, costFen: true, proposalId: true },
      },
    },
  });
  if (!ballot) throw new DomainError('not-found');
  ensure(mayAssistVoters(ctx.actor, ballot));
  const { id, title, areaId, kind, state, maximumChoices, paperVoting, sheetsCompleteAt, terms } = ballot;
  return {
    ...{ id, title, areaId, kind, state, maximumChoices, paperVoting, sheetsCompleteAt },
    electorateKind: ballot.electorateKind,
    organisationId: ballot.organisationId,
    terms: readTerms(terms),
    options: (await readableOptions(ctx, ballot.options)).map((option) => ({
      ...option,
      costFen: option.costFen === null ? null : Number(option.costFen),
    })),
  };
}

/** The register as staff at the counter need it: who of the electorate goes by such a name, and who has voted. */
export async function counterPage(
  ctx: ReadContext,
  ballotId: string,
  search: { query: string; personId: string },
) {
  const ballot = await loadForStaff(ctx, ballotId);
  const found =
    ballot.electorateKind === 'roll'
      ? await electorsOnRoll(ctx, ballotId, search)
      : await foundElectors(ctx, ballotId, search);
  const keyed = await ctx.database.read.ballot.findUniqueOrThrow({ where: { id: ballotId } });
  const key = keyed.state === 'open' ? ballotKeyOf(ctx, keyed) : null;
  const marked = key ? await withVotes(ctx, { ballotId, key, electors: found }) : null;
  const voters = new Set((marked ?? found).flatMap(({ personId, voted }) => (voted ? [personId] : [])));
  return {
    ballot,
    found: found.map(({ personId, displayName, unit, birthYear, channel }) => ({
      ...{ personId, displayName, unit: unit ?? null, birthYear, channel },
      voted: voters.has(personId),
    })),
  };
}

async function foundElectors(
  ctx: ReadContext,
  ballotId: string,
  { query, personId }: { query: string; personId: string },
): Promise<FoundElector[]> {
  if (personId === '' && query === '') return [];
  const asked = personId === '' ? { called: query } : { id: personId };
  const { text, values } = namedAccountsSql(ctx.database.engine, asked);
  return ctx.database.sql.all(
    `SELECT p."id" AS "personId", p."displayName", p."birthYear", e."voted", e."channel", e."unitKey", e."areaId"
     FROM "Elector" e JOIN (${text}) p ON p."id" = e."personId" WHERE e."ballotId" = ?
     ORDER BY p."displayName" LIMIT ${mostFound}`,
    [...values, ballotId],
  );
}

const mostFound = 20;

/** The lines of the roll that answer, as they stand in the frozen electorate. */
async function electorsOnRoll(
  ctx: ReadContext,
  ballotId: string,
  { query, personId }: { query: string; personId: string },
): Promise<FoundElector[]> {
  const one = personId === '' ? null : await lineOfElector(ctx, ballotId, personId);
  const lines =
    personId === '' ? await findLines(ctx, ballotId, { query, most: mostFound }) : one ? [one] : [];
  const electors = await ctx.database.read.elector.findMany({
    where: { ballotId, personId: { in: lines.map(({ electorId }) => electorId) } },
  });
  const byId = new Map(electors.map((elector) => [elector.personId, elector]));
  return lines.flatMap(({ electorId, person }) => {
    const elector = byId.get(electorId);
    if (!elector) return [];
    return [{ ...elector, displayName: person.name, unit: person.unit, birthYear: person.birthYear }];
  });
}

interface FoundElector {
  personId: string;
  unitKey: string;
  areaId: string;
  displayName: string;
  /** Only on a roll. */
  unit?: string;
  birthYear: number | null;
  voted: number | boolean;
  channel: string | null;
}

/** How far the sheets of paper are: their numbers and who has read them, never what they read. */
export async function sheetsPage(ctx: ReadContext, ballotId: string) {
  const ballot = await loadForStaff(ctx, ballotId);
  const [sheets, taken] = await Promise.all([
    ctx.database.read.paperSheet.findMany({
      where: { ballotId },
      orderBy: { number: 'asc' },
      select: { number: true, firstBy: true, secondBy: true, settledBy: true, choice: true },
    }),
    ctx.database.read.ballotPaper.count({ where: { ballotId, choice: handedOutMark } }),
  ]);
  const names = await displayNames(ctx, sheets.flatMap(readersOf));
  return {
    ballot,
    entering: explain(ctx.locale, mayEnterSheets(ctx.actor, ballot)),
    taken,
    sheets: sheets.map((sheet) => ({
      number: sheet.number,
      readers: readersOf(sheet).map((id) => names[id] ?? id),
      state: stateOf(sheet.choice, sheet.secondBy),
    })),
  };
}

interface ReadSheet {
  firstBy: string;
  secondBy: string | null;
  settledBy: string | null;
}

/** Who has read a sheet, each once: of two who differed also whoever settled it. */
const readersOf = ({ firstBy, secondBy, settledBy }: ReadSheet): string[] => [
  ...new Set([firstBy, secondBy, settledBy].filter((id) => id !== null)),
];

export type SheetState = 'settled' | 'once' | 'differs';

function stateOf(choice: string | null, secondBy: string | null): SheetState {
  if (choice !== null) return 'settled';
  return secondBy === null ? 'once' : 'differs';
}
