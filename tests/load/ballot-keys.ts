import { readFileSync } from 'node:fs';
import path from 'node:path';
import { keyCheckOf } from '~/domains/ballots/ballot-key.server';
import { readConfiguration } from '~/platform/configuration.server';
import { createKeyFile } from '~/platform/files/key-files.server';

/** Makes the key of an open ballot beside the database file, where `startPortal` has it looked for. */
export function newKeyCheck(databaseFile: string, ballotId: string): string {
  const directory = path.join(path.dirname(databaseFile), 'ballot-keys');
  createKeyFile(directory, ballotId);
  return keyCheckOf(readConfiguration({}), ballotId, readFileSync(path.join(directory, `${ballotId}.key`)));
}
