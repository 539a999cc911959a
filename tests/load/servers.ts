import { execFileSync, fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Running {
  url: string;
  /** Milliseconds from the start of the process to its first good answer. */
  readyAfter: number;
  residentMegabytes(): number;
  /** How many files and sockets it has open. */
  descriptors(): number;
  /** Processor time that it has used, in clock ticks. */
  ticks(): number;
  stop(): Promise<void>;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

function running(child: ChildProcess, url: string, readyAfter: number): Running {
  return {
    url,
    readyAfter,
    residentMegabytes: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    },
    descriptors: () => readdirSync(`/proc/${child.pid}/fd`).length,
    ticks: () => {
      // What stands before the last bracket is the name, which may hold anything (proc(5): utime and stime are 14 and 15).
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return Number(fields[11]) + Number(fields[12]);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended(child);
    },
  };
}

/** A bare server of its kind, in a process of its own. */
export async function startBare(kind: 'http' | 'remix'): Promise<Running> {
  const buildDirectory = path.resolve('build/bare-remix');
  if (kind === 'remix') {
    execFileSync(
      process.execPath,
      [path.resolve('node_modules/@remix-run/dev/dist/cli.js'), 'vite:build', '--logLevel', 'error'],
      {
        cwd: path.resolve('tests/load/bare-remix'),
        env: { ...process.env, NODE_ENV: 'production', BARE_REMIX_BUILD: buildDirectory },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  }
  const file = pathToFileURL(path.join(buildDirectory, 'server/index.js')).href;
  const child = fork('tests/load/bare-servers.mjs', [kind, file], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return running(child, `http://127.0.0.1:${await portOf(child)}`, 0);
}

/** A bare server that lays votes in the open ballots of this SQLite file. */
export async function startBareVoting(database: string): Promise<Running> {
  const child = fork('tests/load/bare-servers.mjs', ['votes', database], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return running(child, `http://127.0.0.1:${await portOf(child)}`, 0);
}

/** An answer that a bare server says again and again. */
export interface Replayed {
  status: number;
  /** Names and values in turn. */
  head: string[];
  /** In base64. */
  body: string;
}

/** A bare node:http server that sends this to whoever asks. */
export async function startReplay(replayed: Replayed): Promise<Running> {
  const child = fork('tests/load/bare-servers.mjs', ['replay'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.send(replayed);
  return running(child, `http://127.0.0.1:${await portOf(child)}`, 0);
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('exit', () => reject(new Error('The bare server did not start')));
  });
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The portal as it is served to people, over the given SQLite file; of another build where its folder is given. */
export async function startPortal(database: string, build?: string): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  // The program as it was built: what starts it would build it anew from these sources.
  const program = build === undefined ? 'bin/gongzhi.mjs' : path.join(build, 'cli/gongzhi.js');
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []), program, 'start'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ...(build !== undefined && { GONGZHI_BUILD_DIRECTORY: build, NODE_ENV: 'production' }),
        DATABASE_URL: `file:${database}`,
        FILES_DIRECTORY: path.join(path.dirname(database), 'files'),
        BALLOT_KEYS_DIRECTORY: path.join(path.dirname(database), 'ballot-keys'),
        LOG_KEY_DIRECTORY: path.join(path.dirname(database), 'log-key'),
        PORT: String(port),
        RATE_LIMITS: 'false',
      },
    },
  );
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return running(child, url, performance.now() - begun);
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The portal did not start');
}
