import { until } from './programs';
import type { PostgresqlServer } from './postgresql';
import type { Laid } from './fill';
import type { Seen } from './load';
import type { MailServer } from '../e2e/setup/mail-server';

interface Asked {
  server: PostgresqlServer;
  laid: Laid;
  seen: Seen;
  mail: MailServer;
  /** How often each recurs, in seconds. */
  recurring: Record<string, number>;
}

const doubles = (texts: readonly string[]) => texts.filter((text, index) => texts.indexOf(text) !== index);
const missing = (wanted: Iterable<string>, found: readonly string[]) => {
  const known = new Set(found);
  return [...wanted].filter((text) => !known.has(text));
};
const first = (texts: readonly string[]) => `${texts.length} (${texts.slice(0, 3).join(', ')})`;

async function votes({ server, laid, seen }: Asked): Promise<string[]> {
  const [row] = await server.query<{ papers: number; casters: number; counted: number }>(
    `SELECT count(*)::int AS papers, count(DISTINCT "casterKey")::int AS casters,
       (SELECT "votedCount" FROM "Ballot" WHERE "id" = $1) AS counted FROM "BallotPaper" WHERE "ballotId" = $1`,
    [laid.ballotId],
  );
  const { papers = 0, casters = 0, counted = 0 } = row ?? {};
  const wanted = seen.voted.size;
  return [papers, casters, counted].every((number) => number === wanted)
    ? []
    : [`votes: ${wanted} acknowledged, ${papers} papers of ${casters}, ${counted} counted`];
}

async function comments({ server, seen }: Asked): Promise<string[]> {
  const rows = await server.query<{ body: string }>('SELECT "body" FROM "Comment"');
  const bodies = rows.map(({ body }) => body);
  const [lost, double] = [missing(seen.comments, bodies), doubles(bodies)];
  const [counted] = await server.query<{ n: number }>('SELECT sum("commentCount")::int AS n FROM "Proposal"');
  return [
    ...(lost.length > 0 ? [`comments lost: ${first(lost)}`] : []),
    ...(double.length > 0 ? [`comments twice: ${first(double)}`] : []),
    ...(counted?.n === bodies.length ? [] : [`comments: ${bodies.length} stand, ${counted?.n} counted`]),
  ];
}

const addressesOf = ({ mails }: MailServer) =>
  mails.flatMap(({ to }) =>
    [to].flat().flatMap((field) => field?.value.map(({ address = '' }) => address) ?? []),
  );

async function mails({ mail, seen }: Asked): Promise<string[]> {
  // What a killed process was at is taken over when its lease of a minute is over.
  const all = () => missing(seen.registered, addressesOf(mail)).length === 0;
  await until('all mails have come', all, { seconds: 75 }).catch(() => undefined);
  const came = addressesOf(mail);
  const [lost, double] = [missing(seen.registered, came), doubles(came)];
  const unasked = came.filter((address) => address.startsWith('new') && !seen.sentRegistrations.has(address));
  return [
    ...(lost.length > 0 ? [`mails lost: ${first(lost)}`] : []),
    ...(double.length > 0 ? [`mails twice: ${first(double)}`] : []),
    ...(unasked.length > 0 ? [`mails that nobody asked for: ${first(unasked)}`] : []),
  ];
}

async function schedules({ server, laid, recurring }: Asked): Promise<string[]> {
  const opened = async () =>
    server.query<{ id: string; n: number }>(
      `SELECT "subjectId" AS id, count(*)::int AS n FROM "Event" WHERE "type" = 'ballot.opened' AND "subjectId" = ANY($1) GROUP BY 1`,
      [laid.dueIds],
    );
  // The process that is killed may be at this turn: another has it when the lease of a minute is over.
  const all = async () => (await opened()).length === laid.dueIds.length;
  await until('all ballots have opened', all, { seconds: 75 }).catch(() => undefined);
  const rows = await opened();
  const twice = rows.filter(({ n }) => n !== 1).map(({ id }) => id);
  const late = missing(
    laid.dueIds,
    rows.map(({ id }) => id),
  );
  const turns = await server.query<{ name: string; gap: number; overlap: boolean }>(
    `SELECT "name", extract(epoch FROM "startedAt" - "before")::float8 AS gap,
       coalesce("leasedBefore" > "startedAt", false) AS overlap FROM "WatchedTurn"`,
  );
  // A turn may come a tenth early: two processes never ask in the same moment.
  const early = turns.filter(({ name, gap }) => gap < (recurring[name] ?? 0) * 0.9 - 0.01);
  return [
    ...(late.length > 0 ? [`ballots that did not open: ${first(late)}`] : []),
    ...(twice.length > 0 ? [`ballots that opened twice: ${first(twice)}`] : []),
    ...(early.length > 0 ? [`turns twice: ${first(early.map(({ name }) => name))}`] : []),
    ...(turns.some(({ overlap }) => overlap) ? ['turns that two were at'] : []),
    ...(turns.length === 0 ? ['no turn was taken at all'] : []),
  ];
}

/** What is not as it must be, in words; empty where all is well. */
export async function whatIsWrong(asked: Asked): Promise<string[]> {
  const found = [
    await votes(asked),
    await comments(asked),
    await mails(asked),
    await schedules(asked),
  ].flat();
  return [...asked.seen.wrong, ...found];
}
