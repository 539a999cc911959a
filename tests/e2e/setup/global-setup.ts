import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { openServices, workerPorts } from '~/http/server/services.server';
import { readConfiguration } from '~/platform/configuration.server';
import { runDueJobs, startWorker } from '~/platform/jobs/worker.server';

declare module 'vitest' {
  interface ProvidedContext {
    /** A SQLite file with the demo community, to be copied. */
    demoDatabase: string;
    demoFiles: string;
    demoBallotKeys: string;
  }
}

/**
 * Does what a portal that has just been given the demo has to do (documents to be sealed, what is counted and numbered):
 * each portal that starts on a copy finds it done.
 */
async function doWhatWaits(environment: Record<string, string>): Promise<void> {
  const services = await openServices(
    readConfiguration({ ...environment, SMTP_URL: '', LOG_LEVEL: 'error' }),
  );
  const ports = workerPorts(services);
  await runDueJobs(ports);
  // One turn of what recurs; what that asks for is done behind it.
  await startWorker(ports).stop();
  await runDueJobs(ports);
  await services.database.close();
}

/**
 * Builds what is stale and has the story of the demo told once; each test file works on a copy. It takes one core half a
 * minute, beside the tests that need no demo: whoever needs it waits (`demoTold` in portal.ts).
 */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-e2e-'));
  const demoDatabase = path.join(folder, 'demo.sqlite');
  const demoFiles = path.join(folder, 'files');
  const demoBallotKeys = path.join(folder, 'ballot-keys');
  const environment = {
    DATABASE_URL: `file:${demoDatabase}`,
    FILES_DIRECTORY: demoFiles,
    BALLOT_KEYS_DIRECTORY: demoBallotKeys,
    LOG_KEY_DIRECTORY: path.join(demoBallotKeys, 'log'),
    DEMO_MODE: 'true',
  };
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const tell = async () => {
    const env = { ...process.env, ...environment };
    await promisify(execFile)(process.execPath, ['bin/gongzhi.mjs', 'load-demo'], { env });
    await doWhatWaits(environment);
  };
  const told = tell().then(
    () => writeFileSync(`${demoDatabase}.told`, ''),
    (error: unknown) => writeFileSync(`${demoDatabase}.failed`, String(error)),
  );
  project.provide('demoDatabase', demoDatabase);
  project.provide('demoFiles', demoFiles);
  project.provide('demoBallotKeys', demoBallotKeys);
  return async () => {
    await told;
    rmSync(folder, { recursive: true, force: true });
  };
}
