import { z } from 'zod';
import type { PersonActor } from '../../actor';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { eachByItself } from '../../each-by-itself';
import { inTransaction } from '../../in-transaction.server';
import { appendEvent, privateDataOf } from '../../ledger/index.server';
import { ballotKeyOf } from '../ballot-key.server';
import type { BallotKey, KeyedBallot } from '../ballot-key.server';
import { ballotEvents } from '../events';
import { sha256 } from '~/lib/sha256';
import { openSealed, seal } from '~/platform/crypto/seal.server';
import { lockRow } from '~/platform/db/lock-row';
import { appendNote, namesOfKeys, readNotes, takeNotes } from '~/platform/files/key-files.server';

const noteSchema = z.object({
  personId: z.string(),
  helperId: z.string(),
  organisationId: z.string().nullable(),
  mandate: z.string().nullable(),
  /** Milliseconds, to the hour. */
  hour: z.number(),
  /** Papers of the ballot when it was written. */
  papers: z.number(),
});
type Note = z.output<typeof noteSchema>;

const hour = 3600_000;
/** Among so many papers one that was cast at the counter is not told from the others. */
export const papersToHideAmong = 10;
const longestWait = 24 * hour;
/** So long before the end whoever was helped must know, to be able to change it. */
const beforeEnd = 3 * hour;
const noteBytes = 400;

/**
 * Notes who was helped by whom outside the database: beside the paper, or in the next transaction, the record would
 * join the paper to the person. What is noted is told within hours, and recorded then.
 */
export async function noteHelp(
  ctx: ReadContext,
  given: { ballotId: string; key: BallotKey; personId: string; papers: number },
): Promise<void> {
  const actor = ctx.actor as PersonActor;
  const note: Note = {
    personId: given.personId,
    helperId: actor.personId,
    organisationId: actor.actingFor?.organisationId ?? null,
    mandate: actor.actingFor?.mandate ?? null,
    hour: Math.floor(ctx.clock.now().getTime() / hour) * hour,
    papers: given.papers,
  };
  const line = seal(given.key.noteKey, JSON.stringify(note).padEnd(noteBytes));
  await appendNote(ctx.configuration.ballotKeysDirectory, given.ballotId, line);
}

function readLines(lines: readonly string[], key: BallotKey): Note[] {
  return lines.flatMap((line) => {
    try {
      return [noteSchema.parse(JSON.parse(openSealed(key.noteKey, line)))];
    } catch {
      // Half a line that a crash left.
      return [];
    }
  });
}

interface HelpedBallot extends KeyedBallot {
  title: string;
  areaId: string;
  state: string;
  closesAt: Date;
  votedCount: number;
}

/** Whether the oldest note must be told now: among enough papers, after a day, or before it is too late. */
function isDue(first: Note | undefined, ballot: HelpedBallot, now: number): boolean {
  if (!first || ballot.state !== 'open') return first !== undefined;
  if (now - first.hour < hour) return false;
  if (now - first.hour >= longestWait || ballot.closesAt.getTime() - now <= beforeEnd) return true;
  return ballot.votedCount - first.papers >= papersToHideAmong;
}

/** Tells those who were helped and puts the acts on record, with both names, all at once and in the order of lots. */
export async function tellHelped(ctx: Context, ballot: HelpedBallot): Promise<void> {
  const key = ballotKeyOf(ctx, ballot);
  if (!key) return;
  await takeNotes(ctx.configuration.ballotKeysDirectory, ballot.id, async (lines) => {
    const notes = lines.map((line) => ({ mark: sha256(line), notes: readLines([line], key) }));
    // Digests are lots, too: the order of the lines is that of the papers.
    notes.sort((one, other) => (one.mark < other.mark ? -1 : 1));
    if (notes.length === 0) return;
    await inTransaction(ctx, async (ctx) => {
      await lockRow(ctx, 'Ballot', ballot.id);
      const known = await marksOnRecord(ctx, ballot.id);
      for (const {
        mark,
        notes: [note],
      } of notes)
        if (note && !known.has(mark)) await record(ctx, ballot, { note, mark });
    });
  });
}

async function marksOnRecord(ctx: TransactionContext, ballotId: string): Promise<Set<string>> {
  const type = 'ballot.voted-at-counter';
  const kept = await privateDataOf(ctx, { type, subjectKind: 'ballot', subjectId: ballotId });
  return new Set(
    kept.flatMap((data) => {
      const { mark } = JSON.parse(data) as { mark?: string };
      return mark === undefined ? [] : [mark];
    }),
  );
}

async function record(
  ctx: TransactionContext,
  ballot: HelpedBallot,
  { note, mark }: { note: Note; mark: string },
): Promise<void> {
  const { personId } = note;
  await appendEvent({ ...ctx, actor: helperOf(note) }, ballotEvents, {
    type: 'ballot.voted-at-counter',
    subjectKind: 'ballot',
    subjectId: ballot.id,
    areaId: ballot.areaId,
    publicData: { title: ballot.title },
    privateData: { personId, mark },
  });
  await ctx.sql.run(
    'UPDATE "Elector" SET "channel" = ? WHERE "ballotId" = ? AND "personId" = ? AND "channel" IS NULL',
    ['counter', ballot.id, personId],
  );
}

/** The one who helped, as far as the record names an actor; nothing is allowed by it. */
function helperOf({ helperId, organisationId, mandate }: Note): PersonActor {
  return {
    kind: 'person',
    personId: helperId,
    displayName: '',
    emailConfirmed: false,
    homeAreaId: null,
    residenceAreaId: null,
    roles: [],
    memberships: [],
    actingFor:
      organisationId === null ? null : ({ organisationId, mandate } as NonNullable<PersonActor['actingFor']>),
  };
}

/** Tells what is due of every ballot for which there are notes. */
export async function tellDueHelp(ctx: Context): Promise<void> {
  const directory = ctx.configuration.ballotKeysDirectory;
  await eachByItself(namesOfKeys(directory), async (id) => {
    const lines = await readNotes(directory, id);
    if (lines.length === 0) return;
    const ballot = await ctx.database.read.ballot.findUnique({ where: { id } });
    const key = ballot && ballotKeyOf(ctx, ballot);
    if (!ballot || !key) return;
    if (isDue(readLines(lines, key)[0], ballot, ctx.clock.now().getTime())) await tellHelped(ctx, ballot);
  });
}
