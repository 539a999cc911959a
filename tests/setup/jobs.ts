import type { TestContext } from './context';
import { jobHandlers } from '~/domains/registry.server';
import { openLog } from '~/platform/log.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { runDueJobs } from '~/platform/jobs/worker.server';

const waits = () => Promise.resolve();

/** Does the subjects' jobs that are due; mails and text messages stay where they are. `again` repeats a notification's job. */
export async function runJobs(test: TestContext, { again }: { again?: string } = {}): Promise<void> {
  if (again !== undefined)
    await test.database.transaction((tx) =>
      enqueue(tx, {
        kind: 'notify',
        payload: JSON.parse(again) as unknown,
        runAt: test.clock.now(),
        idempotencyKey: `again:${again}`,
      }),
    );
  await runDueJobs({
    database: test.database,
    clock: test.clock,
    log: openLog('silent'),
    owner: 'test',
    handlers: { ...jobHandlers(test.as('system')), mail: waits, 'text-message': waits },
    recurring: {},
  });
}
