import { z } from 'zod';
import type { ResearchIo } from '../research-io';
import { commitmentTo } from '~/domains/ledger/rules/event-entry';
import { LogFault } from '~/domains/ledger/rules/log-fault';
import { openCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import { readNoteKey } from '~/domains/ledger/rules/note/note-key';
import { leafHash, sameHash } from '~/domains/ledger/rules/tree/hashes';
import { verifyInclusion } from '~/domains/ledger/rules/tree/verify-proofs';

const base64 = z.string().max(1000);
const schema = z.object({
  form: z.literal('gongzhi-log-proof-1'),
  key: z.string().max(1000),
  checkpoint: z.string().max(200_000),
  index: z.number().int(),
  size: z.number().int(),
  entry: base64,
  hashes: z.array(base64).max(64),
  content: z.string().optional(),
  salt: base64.optional(),
});

export type GivenProof = z.infer<typeof schema>;

const longest = 5_000_000;

/** The proof of an event in the public log; null where the file is none. */
export function readLogProof(bytes: Uint8Array): GivenProof | null {
  if (bytes.byteLength > longest) return null;
  const text = Buffer.from(bytes).toString('utf8');
  if (!text.trimStart().startsWith('{"form":"gongzhi-log-proof-')) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const decoded = (text: string) => Buffer.from(text, 'base64');

/** Throws LogFault unless the entry stands under the signed head, and is that of the words where there are any. */
function ensureProved(proof: GivenProof, key: string): void {
  const { checkpoint, index, entry, hashes, content, salt } = proof;
  const { size, root } = openCheckpoint(Buffer.from(checkpoint), readNoteKey(key));
  verifyInclusion({ index, size, root, leaf: leafHash(decoded(entry)), proof: hashes.map(decoded) });
  if (content === undefined) return;
  if (!sameHash(commitmentTo(content, decoded(salt ?? '')), decoded(entry)))
    throw new LogFault('root-differs', 'the words are not those that were entered');
}

/** Prints whether the proof holds; answers the exit code. */
export function answerLogProof(
  proof: GivenProof,
  { io, file, key, json }: { io: ResearchIo; file: string; key: string | undefined; json: boolean },
): number {
  let fault: string | null = null;
  try {
    ensureProved(proof, key ?? proof.key);
  } catch (error) {
    if (!(error instanceof LogFault)) throw error;
    fault = error.message;
  }
  const { index, content } = proof;
  const about = { holds: fault === null, index, key: key ?? proof.key, content: content ?? null };
  const lines = [
    `Entry ${index} of the log, by the key ${about.key}`,
    ...(content === undefined ? [] : [`Words: ${content}`]),
    fault === null
      ? 'The proof holds: the entry stands under the signed head. Compare the key with the one that others have.'
      : `The proof does NOT hold: ${fault}`,
  ].map((line) => line.replaceAll(/[\s\p{C}]+/gu, ' '));
  io.stdout(json ? `${JSON.stringify(about)}\n` : `${lines.join('\n')}\n`);
  if (fault !== null) io.stderr(`gongzhi verify: ${file}: the proof does not hold\n`);
  return fault === null ? 0 : 1;
}
