import type { SeenHead, WitnessState } from './witness-state';
import { LogFault } from '~/domains/ledger/rules/log-fault';
import { openCheckpoint } from '~/domains/ledger/rules/note/checkpoint';
import type { Checkpoint } from '~/domains/ledger/rules/note/checkpoint';
import { cosignatureLine } from '~/domains/ledger/rules/note/cosignature';
import type { NoteKey, SigningNoteKey } from '~/domains/ledger/rules/note/note-key';
import { readNote } from '~/domains/ledger/rules/note/signed-note';
import { readSubmission, sizeType } from '~/domains/ledger/rules/note/submission';
import type { Submission } from '~/domains/ledger/rules/note/submission';
import { emptyRoot, sameHash } from '~/domains/ledger/rules/tree/hashes';
import { verifyConsistency } from '~/domains/ledger/rules/tree/verify-proofs';

export interface Witness {
  key: SigningNoteKey;
  /** Of the logs that it watches over. */
  logs: readonly NoteKey[];
  state: WitnessState;
}

interface Judgement {
  status: 200 | 400 | 403 | 404 | 409 | 422;
  type: string;
  body: string;
  /** What whoever runs the witness must hear of: a log that shows two faces, or cannot show that it has one. */
  told?: string;
}

const plain = 'text/plain; charset=utf-8';
const refused = (status: Judgement['status'], why: string): Judgement => ({
  ...{ status, type: plain, body: `${why}\n` },
});

/** What a check says, or the refusal where it throws a fault. */
function checked<Result>(status: Judgement['status'], check: () => Result): Result | Judgement {
  try {
    return check();
  } catch (error) {
    if (error instanceof LogFault) return refused(status, error.message);
    throw error;
  }
}

const isRefusal = (result: object): result is Judgement => 'status' in result;

interface Offer extends Submission {
  head: Checkpoint;
}

/** The head that is offered, signed by one of the logs; the checks in the order of C2SP tlog-witness. */
function readOffer({ logs }: Witness, body: Uint8Array): Offer | Judgement {
  const given = checked(400, () => readSubmission(body));
  if (isRefusal(given)) return given;
  const note = checked(400, () => readNote(given.note));
  if (isRefusal(note)) return note;
  const origin = note.text.split('\n', 1)[0] ?? '';
  const keys = logs.filter(({ name }) => name === origin);
  if (keys.length === 0) return refused(404, `${origin} is no log that is watched here`);
  const heads = keys.map((key) => checked(403, () => openCheckpoint(given.note, key)));
  const head = heads.find((one) => !isRefusal(one)) ?? heads[0];
  if (!head) return refused(403, 'not signed by the log');
  if (isRefusal(head)) return head;
  if (given.oldSize > head.size)
    return refused(400, `the old size, ${given.oldSize}, is beyond that of the head, ${head.size}`);
  return { ...given, head };
}

/** Why the head does not go on from what was cosigned; null where it does. */
function contradiction({ proof, oldSize, head }: Offer, seen: SeenHead | null): Judgement | null {
  if (oldSize !== (seen?.size ?? 0)) return { status: 409, type: sizeType, body: `${seen?.size ?? 0}\n` };
  if (head.size === oldSize) {
    const root = seen ? Buffer.from(seen.root, 'base64') : emptyRoot();
    if (!sameHash(root, head.root)) {
      const why = `two heads of ${head.size} entries are signed`;
      return { ...refused(seen ? 409 : 422, why), told: `ALARM: ${head.origin} has forked: ${why}` };
    }
    return proof.length === 0 ? null : refused(422, 'nothing is to be proved of the same size');
  }
  if (!seen || seen.size === 0)
    return proof.length === 0 ? null : refused(422, 'nothing is to be proved of the first head');
  const asked = { first: oldSize, second: head.size, proof };
  const root = Buffer.from(seen.root, 'base64');
  const held = checked(422, () => {
    verifyConsistency({ ...asked, firstRoot: root, secondRoot: head.root });
    return {};
  });
  const why = `its head of ${head.size} entries was not shown to go on from that of ${oldSize}`;
  return isRefusal(held) ? { ...held, told: `Refused: ${head.origin}: ${why}: ${held.body.trim()}` } : null;
}

/**
 * Answers who offers a head: cosigns it where it is one of a log that is watched here and goes on from what was cosigned
 * before, and says else why not. What is cosigned is kept first.
 */
export function judgeHead(witness: Witness, body: Uint8Array, at: Date): Judgement {
  const offer = readOffer(witness, body);
  if (isRefusal(offer)) return offer;
  const { head } = offer;
  const wrong = contradiction(offer, witness.state.seen(head.origin));
  if (wrong) return wrong;
  const line = cosignatureLine(offer.note, witness.key, at);
  witness.state.keep(head.origin, {
    ...{ size: head.size, root: Buffer.from(head.root).toString('base64') },
    note: Buffer.from(offer.note).toString('utf8') + line,
  });
  return { status: 200, type: plain, body: line };
}
