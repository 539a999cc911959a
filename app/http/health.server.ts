import { Router } from 'express';
import type { Services } from './services.server';
import { pendingMigrations } from '~/platform/db/migrate.server';
import type { Worker } from '~/platform/jobs/worker.server';

type Check = () => Promise<string | null>;

/** Answers the first reason why the portal cannot serve, or null. What is applied once stays applied. */
function readiness(services: Services, worker: Worker): Check {
  let migrated = false;
  return async () => {
    await services.database.sql.all('SELECT 1');
    if (!migrated) {
      const pending = await pendingMigrations(services.configuration.databaseUrl);
      if (pending.length > 0) return `migrations: ${pending.length} to apply`;
      migrated = true;
    }
    return worker.alive() ? null : 'worker: stands still';
  };
}

/** `/healthz`: the process answers. `/readyz`: database, migrations and worker are fit to serve. */
export function health(services: Services, worker: Worker): Router {
  const router = Router();
  const check = readiness(services, worker);
  router.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'));
  router.get('/readyz', (_request, response) => {
    check()
      .catch(() => 'database: no answer')
      .then((fault) =>
        response
          .status(fault ? 503 : 200)
          .type('text/plain')
          .send(`${fault ?? ['ready', worker.waitsBecause?.()].filter(Boolean).join('\n')}\n`),
      )
      .catch((error: unknown) => services.log.error({ error: String(error) }, 'readiness failed'));
  });
  return router;
}
