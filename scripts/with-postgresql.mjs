/**
 * Runs a command with DATABASE_URL naming a throwaway PostgreSQL server, made from the installed binaries
 * and bound to 127.0.0.1: node scripts/with-postgresql.mjs [--icu=en-US] COMMAND [ARGUMENT …]. Exits as the command
 * does. With `--icu` its texts are ordered as that language orders words, as on most installed servers (it needs no
 * locale of the system); else by the values of their characters.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const given = process.argv.slice(2);
const icu = given[0]?.startsWith('--icu=') ? given.shift().slice('--icu='.length) : null;
const [command, ...commandArguments] = given;
if (!command) fail(2, 'Usage: node scripts/with-postgresql.mjs [--icu=LANGUAGE] COMMAND [ARGUMENT …]');

function fail(code, message) {
  console.error(message);
  process.exit(code);
}

/** Debian keeps the server's binaries out of the path, a folder for each version; the newest is taken. */
function findBinaries() {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(home, version, 'bin'))];
  folders.push(...(process.env.PATH ?? '').split(path.delimiter));
  const folder = folders.find((candidate) => candidate && existsSync(path.join(candidate, 'initdb')));
  return folder ?? fail(1, 'No PostgreSQL server is installed (Debian: apt-get install postgresql)');
}

const quoted = (word) => `'${word.replaceAll("'", `'\\''`)}'`;

/** The server refuses to run as root: root becomes the user that Debian's package makes. */
function run(words) {
  const asRoot = process.getuid?.() === 0;
  const [program, ...rest] = asRoot
    ? ['su', 'postgres', '-s', '/bin/sh', '-c', words.map(quoted).join(' ')]
    : words;
  const { status, stderr, error } = spawnSync(program, rest, { cwd: os.tmpdir(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words[0]} failed: ${error?.message ?? stderr}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const binaries = findBinaries();
const home = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-postgresql-'));
chmodSync(home, 0o777);
const data = path.join(home, 'data');
const control = path.join(binaries, 'pg_ctl');
let started = false;

function stop() {
  try {
    if (started) run([control, '-D', data, '-m', 'immediate', '-w', 'stop']);
  } catch (error) {
    console.error(error.message);
  }
  started = false;
  rmSync(home, { recursive: true, force: true });
}

async function start() {
  run([
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
  const options = `-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p ${port} -c max_connections=200 ${unkept}`;
  run([control, '-D', data, '-l', path.join(home, 'log'), '-o', options, '-w', 'start']);
  started = true;
  return `postgresql://gongzhi@127.0.0.1:${port}/postgres`;
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
