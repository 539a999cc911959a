import { checkLog, LogAlarm } from './log/check-log';
import { folderMirror, passingMirror } from './log/log-mirror';
import { logSource } from './log/log-source';
import { givenPath } from './given-file';
import type { ResearchIo } from './research-io';
import { UsageError } from './usage-error';
import { LogFault } from '~/domains/ledger/rules/log-fault';
import { readNoteKey } from '~/domains/ledger/rules/note/note-key';

export interface LogCall {
  /** Address or folder of the log. */
  log: string;
  mirror?: string;
  key?: string;
  json: boolean;
}

function ensureKey(key: string): void {
  try {
    readNoteKey(key);
  } catch (error) {
    if (error instanceof LogFault) throw new UsageError(`--key: ${error.message}`);
    throw error;
  }
}

/** `gongzhi verify --log`: answers the exit code, 1 with an alarm on stderr where the log does not hold. */
export async function answerLog({ log, mirror, key, json }: LogCall, io: ResearchIo): Promise<number> {
  if (key !== undefined) ensureKey(key);
  const kept = mirror === undefined ? passingMirror() : folderMirror(givenPath(mirror));
  try {
    const checked = await checkLog({ source: logSource(log), mirror: kept }, key);
    if (!checked) throw new UsageError(`${log}: no log is published there`);
    const { name, size, root, before } = checked;
    const lines = [
      `${name}: ${size} entries, ${size - before} of them new`,
      `Root: ${root}`,
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
