/** The installed programs of a PostgreSQL server, run as the user they insist on. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * The folder of the server's programs, or null. Debian keeps them out of the path, a folder for each version; the newest
 * is taken.
 * @returns {string | null}
 */
export function findPostgresql() {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => path.join(home, version, 'bin'))];
  folders.push(...(process.env.PATH ?? '').split(path.delimiter));
  return folders.find((candidate) => candidate && existsSync(path.join(candidate, 'initdb'))) ?? null;
}

/** @param {string} word */
const quoted = (word) => `'${word.replaceAll("'", `'\\''`)}'`;

/**
 * Runs a program to its end. The server refuses to run as root: root becomes the user that Debian's package makes.
 * @param {string[]} words
 */
export function runAsServer(words) {
  const asRoot = process.getuid?.() === 0;
  const [program = '', ...rest] = asRoot
    ? ['su', 'postgres', '-s', '/bin/sh', '-c', words.map(quoted).join(' ')]
    : words;
  // What a server that goes on inherits must not be waited for.
  const { status, stderr, error } = spawnSync(program, rest, { cwd: os.tmpdir(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words[0]} failed: ${error?.message ?? stderr}`);
}

/**
 * A port on the loopback address that nobody has.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
