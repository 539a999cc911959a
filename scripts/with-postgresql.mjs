/**
 * Runs a command with DATABASE_URL naming a throwaway PostgreSQL server, made from the installed binaries and reached by
 * a socket of the file system, which is half the work of 127.0.0.1 (that it listens to as well):
 * node scripts/with-postgresql.mjs [--icu=en-US] COMMAND [ARGUMENT …]. Exits as the command does. With `--icu` its texts
 * are ordered as that language orders words, as on most installed servers (it needs no locale of the system); else by
 * the values of their characters.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findPostgresql, freePort, runAsServer } from './postgresql-programs.mjs';
import { scratchFolder } from './scratch-folder.mjs';

const given = process.argv.slice(2);
const icu = given[0]?.startsWith('--icu=') ? given.shift().slice('--icu='.length) : null;
const [command, ...commandArguments] = given;
if (!command) fail(2, 'Usage: node scripts/with-postgresql.mjs [--icu=LANGUAGE] COMMAND [ARGUMENT …]');

function fail(code, message) {
  console.error(message);
  process.exit(code);
}

const binaries =
  findPostgresql() ?? fail(1, 'No PostgreSQL server is installed (Debian: apt-get install postgresql)');
const home = mkdtempSync(path.join(scratchFolder(), 'gongzhi-postgresql-'));
chmodSync(home, 0o777);
const data = path.join(home, 'data');
const control = path.join(binaries, 'pg_ctl');
/** The name of a socket has about a hundred characters at most, and stands between others in a list. */
const sockets = /^[\w/.-]{1,85}$/.test(home) ? home : '';
let started = false;

function stop() {
  try {
    if (started) runAsServer([control, '-D', data, '-m', 'immediate', '-w', 'stop']);
  } catch (error) {
    console.error(error.message);
  }
  started = false;
  rmSync(home, { recursive: true, force: true });
}

async function start() {
  runAsServer([
    path.join(binaries, 'initdb'),
    '-D',
    data,
    '-U',
    'gongzhi',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    ...(icu ? ['--locale-provider=icu', `--icu-locale=${icu}`] : []),
    '-N',
  ]);
  const port = await freePort();
  // It is thrown away: nothing has to be on the disk when a transaction is told to be done.
  const unkept = '-c fsync=off -c synchronous_commit=off -c full_page_writes=off';
  const options = `-c listen_addresses=127.0.0.1 -c unix_socket_directories=${sockets} -p ${port} -c max_connections=200 ${unkept}`;
  runAsServer([control, '-D', data, '-l', path.join(home, 'log'), '-o', options, '-w', 'start']);
  started = true;
  const address = `postgresql://gongzhi@127.0.0.1:${port}/postgres`;
  return sockets ? `${address}?host=${encodeURIComponent(sockets)}` : address;
}

try {
  const url = await start();
  const child = spawn(command, commandArguments, {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => resolve(code ?? 1));
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  stop();
}
