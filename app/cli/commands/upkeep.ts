import type { Command } from 'commander';
import type { BackupOptions } from '../backup';
import { readConfiguration } from '~/platform/configuration.server';

const say = (line: string) => process.stdout.write(`${line}\n`);
const keyOption = [
  '--key-file <file>',
  '32 bytes in base64, as `openssl rand -base64 32` writes them',
] as const;

async function backUp(folder: string, options: BackupOptions): Promise<void> {
  const { asCall, backUp: make } = await import('../backup');
  const configuration = readConfiguration(process.env);
  process.exitCode = await asCall(() => make(configuration, { folder, ...options }, say));
}

async function restoreFrom(folder: string, options: BackupOptions): Promise<void> {
  const { asCall, restore } = await import('../backup');
  const configuration = readConfiguration(process.env);
  process.exitCode = await asCall(() => restore(configuration, { folder, ...options }, say));
}

async function examine({ language }: { language?: string }): Promise<void> {
  const { doctor } = await import('../doctor/doctor');
  process.exitCode = await doctor(process.env, language ?? process.env.LANG ?? '', { say });
}

interface RotationCall {
  keyFile?: string;
  finish?: boolean;
  language?: string;
}

async function rotate({ keyFile, finish = false, language }: RotationCall): Promise<void> {
  const { rotateDataKey } = await import('../rotate-data-key');
  const call = { keyFile, finish, language: language ?? process.env.LANG ?? '' };
  await rotateDataKey(readConfiguration(process.env), call, { say });
}

async function rotateHashes({
  tidy = false,
  language,
}: {
  tidy?: boolean;
  language?: string;
}): Promise<void> {
  const { rotateHashKey } = await import('../rotate-hash-key');
  const call = { tidy, language: language ?? process.env.LANG ?? '' };
  await rotateHashKey(readConfiguration(process.env), call, { say });
}

function addHashRotationCommand(program: Command): void {
  program
    .command('rotate-hash-key')
    .description('change the key by which rows are found, while the portal runs; takes some three minutes')
    .option('--tidy', 'make no new key: only look which older ones find nothing any more, and forget them')
    .option('--language <language>', 'zh or en; without it that of LANG')
    .action(rotateHashes);
}

function addRotationCommand(program: Command): void {
  program
    .command('rotate-data-key')
    .description(
      'change DATA_KEY while the portal runs: first with --key-file, then, with every process started anew, with --finish',
    )
    .option(
      '--key-file <file>',
      'the new DATA_KEY: 32 bytes in base64, as `openssl rand -base64 32` writes them',
    )
    .option('--finish', 'seal everything anew; the old DATA_KEY opens nothing more')
    .option('--language <language>', 'zh or en; without it that of LANG')
    .action(rotate);
}

/** The commands that keep a portal well. */
export function addUpkeepCommands(program: Command): void {
  program
    .command('doctor')
    .description('say what is wrong with the set-up, and what to do; changes nothing')
    .option('--language <language>', 'zh or en; without it that of LANG')
    .action(examine);
  addRotationCommand(program);
  addHashRotationCommand(program);
  program
    .command('backup <folder>')
    .description('back up database and files, while in use, to a new folder; sealed where a key is given')
    .option(...keyOption)
    .action(backUp);
  program
    .command('restore <folder>')
    .description(
      'put a backup back where there is nothing yet, and check it by its counts and the public log',
    )
    .option(...keyOption)
    .action(restoreFrom);
}
