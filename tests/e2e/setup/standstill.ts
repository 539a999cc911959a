import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * How long nobody else was answered, `/healthz` among them, while this was: in milliseconds. What others on the machine
 * take of the processor is not counted: it cannot be longer than what this process computed.
 */
export async function standstill(act: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const begun = process.cpuUsage();
  delay.enable();
  await act();
  // What still runs behind the answer counts as well.
  await new Promise((resolve) => setTimeout(resolve, 10));
  delay.disable();
  const { user, system } = process.cpuUsage(begun);
  return Math.min(delay.max / 1e6, (user + system) / 1e3);
}
