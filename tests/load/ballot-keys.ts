import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keysBegunWith } from '../setup/keys';
import { keyCheckOf } from '~/domains/ballots/ballot-key.server';
import { demoDataKey } from '~/platform/configuration.server';
import { createKeyFile } from '~/platform/files/key-files.server';

/** Makes the key of an open ballot beside the database file, where `startPortal` has it looked for. */
export function newKeyCheck(databaseFile: string, ballotId: string): string {
  const directory = path.join(path.dirname(databaseFile), 'ballot-keys');
  createKeyFile(directory, ballotId);
  const file = readFileSync(path.join(directory, `${ballotId}.key`));
  return keyCheckOf({ file, keys: keysBegunWith(demoDataKey) }, ballotId);
}
