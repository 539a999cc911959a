import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Program {
  child: ChildProcess;
  /** What it wrote. */
  log: string;
  /** Ends it by this signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface Call {
  home: string;
  name: string;
  command: readonly [string, ...string[]];
  env?: Record<string, string>;
  cwd?: string;
}

/** Starts a program that goes on, with its words in a file of the cluster's folder. */
export function startProgram({ home, name, command, env = {}, cwd }: Call): Program {
  const log = path.join(home, `${name}.log`);
  const file = openSync(log, 'a');
  const [program, ...words] = command;
  const child = spawn(program, words, {
    stdio: ['ignore', file, file],
    env: { ...process.env, ...env },
    ...(cwd !== undefined && { cwd }),
  });
  const gone = once(child, 'exit').catch(() => undefined);
  return {
    child,
    log,
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await gone;
    },
  };
}

/** Asks again until it is so. Throws with these words, and the end of the log, after some seconds. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  { seconds = 30, log = '' }: { seconds?: number; log?: string } = {},
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if (await Promise.resolve(isSo()).catch(() => false)) return;
    await pause(50);
  }
  const said = log && existsSync(log) ? `\n${readFileSync(log, 'utf8').slice(-3000)}` : '';
  throw new Error(`Not within ${seconds} s: ${what}${said}`);
}

/** Where a program of Debian lies; its system folders need not be in the path. */
export function programNamed(name: string): string {
  const folders = ['/usr/sbin', '/usr/bin', ...(process.env.PATH ?? '').split(path.delimiter)];
  const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (!found) throw new Error(`${name} is not installed (Debian: apt-get install ${name})`);
  return found;
}
