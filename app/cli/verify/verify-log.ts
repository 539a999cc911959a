import { checkLog, LogAlarm } from '../log/check-log';
import { folderMirror, passingMirror } from '../log/log-mirror';
import { logSource } from '../log/log-source';
import { givenPath } from '../given-file';
import type { ResearchIo } from '../research-io';
import { UsageError } from '../usage-error';
import { LogFault } from '~/domains/ledger/rules/log-fault';
import type { NoteKey, NoteKeyType } from '~/domains/ledger/rules/note/note-key';
import { readNoteKey } from '~/domains/ledger/rules/note/note-key';

export interface LogCall {
  /** Address or folder of the log. */
  log: string;
  mirror?: string;
  key?: string;
  /** Keys of witnesses, and how many of them must have cosigned the head: all where it is not said. */
  witness?: string[];
  quorum?: string;
  json: boolean;
}

function keyOf(option: string, key: string, type: NoteKeyType): NoteKey {
  try {
    return readNoteKey(key, type);
  } catch (error) {
    if (error instanceof LogFault) throw new UsageError(`--${option}: ${error.message}`);
    throw error;
  }
}

/** The witnesses that were named, each once, and how many of them are asked for. */
function witnessesOf({ witness = [], quorum }: LogCall): { keys: NoteKey[]; quorum: number } {
  const keys = [...new Set(witness.map((key) => key.trim()))].map((key) =>
    keyOf('witness', key, 'cosignature'),
  );
  if (quorum === undefined) return { keys, quorum: keys.length };
  if (!/^[1-9]\d{0,3}$/.test(quorum) || Number(quorum) > keys.length)
    throw new UsageError(`--quorum: a number from 1 to that of the witnesses, ${keys.length}`);
  return { keys, quorum: Number(quorum) };
}

/** `gongzhi verify --log`: answers the exit code, 1 with an alarm on stderr where the log does not hold. */
export async function answerLog(call: LogCall, io: ResearchIo): Promise<number> {
  const { log, mirror, key, json } = call;
  if (key !== undefined) keyOf('key', key, 'note');
  const witnesses = witnessesOf(call);
  const kept = mirror === undefined ? passingMirror() : folderMirror(givenPath(mirror));
  try {
    const checked = await checkLog({ source: logSource(log), mirror: kept }, { key, witnesses });
    if (!checked) throw new UsageError(`${log}: no log is published there`);
    const { name, size, root, before, cosignatures } = checked;
    const lines = [
      `${name}: ${size} entries, ${size - before} of them new`,
      `Root: ${root}`,
      ...cosignatures.map(({ witness, at }) => `Cosigned by ${witness}, ${at.toISOString()}`),
      'The log holds: its head is signed, stands over these entries, and what was there before is its beginning.',
      ...(mirror === undefined
        ? ['Name a folder by --mirror to be told the next time what was changed.']
        : []),
    ];
    io.stdout(json ? `${JSON.stringify({ holds: true, ...checked })}\n` : `${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof LogAlarm)) throw error;
    if (json) io.stdout(`${JSON.stringify({ holds: false, alarm: error.message })}\n`);
    io.stderr(`gongzhi verify: ALARM: ${log}: ${error.message.replaceAll(/[\s\p{C}]+/gu, ' ')}\n`);
    return 1;
  }
}
