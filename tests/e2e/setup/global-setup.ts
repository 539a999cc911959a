import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A SQLite file with the demo community, to be copied. */
    demoDatabase: string;
    demoFiles: string;
    demoBallotKeys: string;
  }
}

/** Builds what is stale and tells the story of the demo once; each test file works on a copy. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-e2e-'));
  const demoDatabase = path.join(folder, 'demo.sqlite');
  const demoFiles = path.join(folder, 'files');
  const demoBallotKeys = path.join(folder, 'ballot-keys');
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: `file:${demoDatabase}`,
        FILES_DIRECTORY: demoFiles,
        BALLOT_KEYS_DIRECTORY: demoBallotKeys,
        LOG_KEY_DIRECTORY: path.join(demoBallotKeys, 'log'),
        DEMO_MODE: 'true',
      },
    });
  run('scripts/build.mjs');
  run('bin/gongzhi.mjs', 'load-demo');
  project.provide('demoDatabase', demoDatabase);
  project.provide('demoFiles', demoFiles);
  project.provide('demoBallotKeys', demoBallotKeys);
  return () => rmSync(folder, { recursive: true, force: true });
}
