import { z } from 'zod';
import type { Context, ReadContext } from '../../context';
import { LogFault } from '../rules/log-fault';
import { cosignaturesOf } from '../rules/note/cosignature';
import { readNoteKey } from '../rules/note/note-key';
import type { NoteKey } from '../rules/note/note-key';
import { readNote, signaturesOf } from '../rules/note/signed-note';
import { readSize, sizeType, submissionPath, writeSubmission } from '../rules/note/submission';
import { hashFromTiles, tilesOfNodes } from '../rules/tiles/hash-tiles';
import type { Hash } from '../rules/tree/hashes';
import { hashOfNodes, nodesOfConsistency } from '../rules/tree/nodes';
import { readTiles } from './log-tiles.server';
import { parsedJson } from '~/lib/parsed-json';
import type { Configuration } from '~/platform/configuration.server';
import { readKept, writeKept } from '~/platform/db/kept-values.server';
import { RequestFailed, sendRequest } from '~/platform/web/send-request.server';
import type { OutgoingAnswer } from '~/platform/web/send-request.server';
import { cutText } from '~/lib/texts/cut-text';

const timeoutMilliseconds = 10_000;
const mostBytes = 64 * 1024;
/** Who does not answer is asked again after so long, and each time after twice as long as before. */
const firstPause = 10_000;
const longestPause = 600_000;

const keptSchema = z.object({
  /** The size of the head that it cosigned last, as far as the portal knows. */
  size: z.number().int().min(0),
  /** Its cosignature under that head; empty where it is a head that the portal did not offer. */
  line: z.string(),
  at: z.string().nullable(),
  failures: z.number().int().min(0),
  /** Why the last offer was not cosigned; null after one that was. */
  fault: z.string().nullable(),
  notBefore: z.string().nullable(),
});
type Kept = z.output<typeof keptSchema>;

const nothing: Kept = { size: 0, line: '', at: null, failures: 0, fault: null, notBefore: null };

interface Witness {
  key: NoteKey;
  url: string;
}

function witnessKey(text: string): NoteKey | null {
  try {
    return readNoteKey(text, 'cosignature');
  } catch (error) {
    if (error instanceof LogFault) return null;
    throw error;
  }
}

/** Those whose key is one: of others the doctor tells. */
const witnessesOf = ({ logWitnesses }: Pick<Configuration, 'logWitnesses'>): Witness[] =>
  logWitnesses.flatMap(({ key: text, url }) => {
    const key = witnessKey(text);
    return key ? [{ key, url }] : [];
  });

/** The keys of witnesses that are none. */
export const badWitnesses = ({ logWitnesses }: Pick<Configuration, 'logWitnesses'>): string[] =>
  logWitnesses.map(({ key }) => key).filter((key) => witnessKey(key) === null);

const keptName = ({ id }: NoteKey) => `log.witness.${Buffer.from(id).toString('hex')}`;

async function readState(ctx: Pick<ReadContext, 'database'>, key: NoteKey): Promise<Kept> {
  const text = await readKept(ctx.database, keptName(key));
  const parsed = keptSchema.safeParse(text === null ? null : parsedJson(text));
  return parsed.success ? parsed.data : nothing;
}

async function consistencyProof(ctx: ReadContext, first: number, second: number): Promise<Hash[]> {
  if (first === 0 || first === second) return [];
  const parts = nodesOfConsistency(first, second);
  const hashOf = hashFromTiles(await readTiles(ctx.database.read, tilesOfNodes(parts.flat())));
  return parts.map((part) => hashOfNodes(part, hashOf));
}

interface Head {
  size: number;
  note: string;
}

async function submit(ctx: Context, { url }: Witness, given: { head: Head; oldSize: number }) {
  const { head, oldSize } = given;
  const proof = await consistencyProof(ctx, oldSize, head.size);
  return sendRequest({
    ...{ url: `${url}/${submissionPath}`, method: 'POST', timeoutMilliseconds, mostBytes },
    body: writeSubmission({ oldSize, proof, note: Buffer.from(head.note) }),
    toPrivateAddresses: ctx.configuration.privateBridges,
  });
}

class Refused extends Error {}

/** The size that the witness has, of an answer that says so; null of any other. */
function sizeSaid({ status, headers, body }: OutgoingAnswer): number | null {
  if (status !== 409 || headers['content-type'] !== sizeType) return null;
  const text = body.toString('latin1');
  return text.endsWith('\n') ? readSize(text.slice(0, -1)) : null;
}

/** The lines of the witness alone, and when it signed; what else it sends is left out. Throws LogFault, Refused. */
function cosignatureIn(
  answer: OutgoingAnswer,
  { key }: Witness,
  { note }: Head,
): { line: string; at: string } {
  const whole = Buffer.from(note + answer.body.toString('utf8'));
  const [newest] = cosignaturesOf(whole, [key]);
  if (!newest) throw new Refused('its answer holds no cosignature of the key that is known of it');
  const own = signaturesOf(readNote(whole).signatures, key);
  const line = own
    .map(({ name, id, bytes }) => `— ${name} ${Buffer.concat([id, bytes]).toString('base64')}\n`)
    .join('');
  return { line, at: newest.at.toISOString() };
}

/** Offers the head, with the proof from where the witness is; once more where it is elsewhere than was thought. */
async function cosigned(ctx: Context, witness: Witness, { head, kept }: { head: Head; kept: Kept }) {
  let oldSize = Math.min(kept.size, head.size);
  let answer = await submit(ctx, witness, { head, oldSize });
  const said = sizeSaid(answer);
  if (said !== null && said > head.size)
    throw new Refused(`it has cosigned a head of ${said} entries, which this log has not`);
  if (said !== null && said !== oldSize) {
    oldSize = said;
    answer = await submit(ctx, witness, { head, oldSize });
  }
  if (answer.status !== 200)
    throw new Refused(`it answers ${answer.status}: ${cutText(answer.body.toString('utf8'), 200).trim()}`);
  return cosignatureIn(answer, witness, head);
}

const pauseAfter = (failures: number) => Math.min(firstPause * 2 ** (failures - 1), longestPause);

async function offerTo(ctx: Context, witness: Witness, head: Head): Promise<void> {
  const kept = await readState(ctx, witness.key);
  const now = ctx.clock.now();
  const keepState = (state: Kept) => writeKept(ctx.database, keptName(witness.key), JSON.stringify(state));
  if (kept.line !== '' && kept.size === head.size) return;
  if (kept.notBefore !== null && new Date(kept.notBefore) > now) return;
  try {
    const signed = await cosigned(ctx, witness, { head, kept });
    await keepState({ ...nothing, ...signed, size: head.size });
  } catch (error) {
    const isKnown = error instanceof RequestFailed || error instanceof LogFault || error instanceof Refused;
    if (!isKnown) throw error;
    const failures = kept.failures + 1;
    const notBefore = new Date(now.getTime() + pauseAfter(failures)).toISOString();
    await keepState({ ...kept, failures, fault: error.message, notBefore });
  }
}

/** Offers the newest head to every witness that has not cosigned it; all at once, so that none holds up the others. */
export async function offerToWitnesses(ctx: Context): Promise<void> {
  const witnesses = witnessesOf(ctx.configuration);
  if (witnesses.length === 0) return;
  const head = await ctx.database.read.logHead.findFirst({ orderBy: { size: 'desc' } });
  if (!head || head.size === 0) return;
  await Promise.all(witnesses.map((witness) => offerTo(ctx, witness, head)));
}

interface WitnessState {
  name: string;
  /** The head that it cosigned last, and when; null before the first. */
  size: number | null;
  at: Date | null;
  /** What came of the last offer, where it was not cosigned. */
  fault: string | null;
}

/** The witnesses that are asked, and how far each has come. */
export async function witnessStates(
  ctx: Pick<ReadContext, 'database' | 'configuration'>,
): Promise<(WitnessState & { line: string })[]> {
  return Promise.all(
    witnessesOf(ctx.configuration).map(async ({ key }) => {
      const { size, at, fault, line } = await readState(ctx, key);
      const has = line !== '' && at !== null;
      return { name: key.name, size: has ? size : null, at: has ? new Date(at) : null, fault, line };
    }),
  );
}

/** Heads are published this long after they were signed, whether witnesses have come to them or not. */
const longestWait = 600_000;

/** The head that most witnesses have cosigned, the newest of those; the newest one of all after ten minutes. */
async function sizeToPublish(ctx: ReadContext, states: readonly { size: number | null }[]) {
  const counts = new Map<number, number>();
  for (const { size } of states) if (size !== null) counts.set(size, (counts.get(size) ?? 0) + 1);
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || b - a);
  if (!best) return null;
  const next = await ctx.database.read.logHead.findFirst({
    where: { size: { gt: best[0] } },
    orderBy: { size: 'asc' },
    select: { at: true },
  });
  const waits = next ? ctx.clock.now().getTime() - next.at.getTime() : 0;
  return waits > longestWait ? null : best[0];
}

/** The head as it is published: with the cosignatures under it. Null before the first. */
export async function publishedHead(ctx: ReadContext) {
  const states = ctx.configuration.logWitnesses.length === 0 ? [] : await witnessStates(ctx);
  const size = await sizeToPublish(ctx, states);
  const head =
    (size === null ? null : await ctx.database.read.logHead.findUnique({ where: { size } })) ??
    (await ctx.database.read.logHead.findFirst({ orderBy: { size: 'desc' } }));
  if (!head) return null;
  const own = states.filter((state) => state.size === head.size);
  return {
    ...{
      size: head.size,
      root: head.root,
      at: head.at,
      note: head.note + own.map(({ line }) => line).join(''),
    },
    witnesses: own.map(({ name, at }) => ({ name, at: at ?? head.at })),
  };
}
