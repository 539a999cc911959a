import { Router } from 'express';
import type { Services } from './services.server';
import { DatabaseFault, faultOf } from '~/platform/db/database-fault';
import type { FaultKind } from '~/platform/db/database-fault';
import { pendingMigrations } from '~/platform/db/migrate.server';
import type { Worker } from '~/platform/jobs/worker.server';

/** Why the portal cannot serve, or null; and what does not keep it from serving. */
interface State {
  fault: string | null;
  note?: string | null;
}
type Check = () => Promise<State>;

const longestProbe = 2000;

const words: Record<FaultKind, string> = {
  busy: 'database: another process has held up writing for too long',
  away: 'database: cannot be reached, or takes no more connections',
  full: 'database: nothing can be written (no space, no right, or a fault of the disk)',
  damaged: 'database: damaged; the log says which file and what to do',
  undone: 'database: writing was broken off',
  conflict: 'database: writing was broken off',
};

/** Nothing within two seconds is as good as no. */
async function inTime(act: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseFault('busy', 'The probe took too long')), longestProbe);
  });
  await Promise.race([act, late]).finally(() => clearTimeout(timer));
}

/** Answers the first reason why the portal cannot serve, or null. What is applied once stays applied. */
function readiness(services: Services, worker: Worker): Check {
  let migrated = false;
  return async () => {
    try {
      await inTime(services.database.probe());
    } catch (error) {
      const kind = faultOf(error);
      return { fault: kind ? words[kind] : 'database: no answer' };
    }
    if (!migrated) {
      const pending = await pendingMigrations(services.configuration.databaseDirectUrl);
      if (pending.length > 0) return { fault: `migrations: ${pending.length} to apply` };
      migrated = true;
    }
    if (services.keyReading.isReplaced())
      return { fault: 'keys: DATA_KEY was replaced; start this process anew with the one that holds' };
    const files = await filesFault(services);
    // What all processes lack takes none of them out of service.
    if (files && !services.files.isShared) return { fault: files };
    return { fault: worker.alive() ? null : 'worker: stands still', note: files };
  };
}

function filesFault({ files }: Services): Promise<string | null> {
  return files.probe().then(
    () => null,
    () => 'files: nothing can be written',
  );
}

/** One answer for all who ask at once: asking often is no load. */
function shared(check: Check): Check {
  let asked: Promise<State> | null = null;
  return () =>
    (asked ??= check()
      .catch(() => ({ fault: 'database: no answer' }))
      .finally(() => (asked = null)));
}

/** `/healthz`: the process answers. `/readyz`: database and files can be written, migrations and worker are fit to serve. */
export function health(services: Services, worker: Worker): Router {
  const router = Router();
  const check = shared(readiness(services, worker));
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'));
  router.get('/readyz', (_request, response) => {
    check()
      .then(({ fault, note }) =>
        response
          .status(fault ? 503 : 200)
          .type('text/plain')
          .send(`${fault ?? ['ready', note, worker.waitsBecause?.()].filter(Boolean).join('\n')}\n`),
      )
      .catch((error: unknown) => services.log.error({ error: String(error) }, 'readiness failed'));
  });
  return router;
}
