import type { ClockWatch, Held } from './clock-watch';
import type { Turns } from './turns.server';
import type { Log } from '../log.server';

export interface RecurringJob {
  everySeconds: number;
  /** What is done by the clock and cannot be taken back, such as closing: it waits while the clock is not believed. */
  isIrreversible?: boolean;
  run: () => Promise<unknown>;
}

export interface RecurringPorts {
  jobs: Record<string, RecurringJob>;
  watch: ClockWatch;
  /** Milliseconds that only go forward: turns go by it, so that they go on when the clock goes back. */
  monotonic: () => number;
  /** Whether an administrator has said since that the clock is right. */
  isConfirmed: () => Promise<boolean>;
  /** Several processes share the turns: each is had by one of them. */
  turns: Turns;
  log: Log;
}

/** Where another process had the turn, it is asked for again sooner: that one may be gone by then. */
const soonerBy = 3;
const soonestMilliseconds = 1000;

/** Starts each job when its turn has come. Each goes by itself: one that takes long holds up no other. */
export class RecurringJobs {
  private readonly dueAt = new Map<string, number>();
  private readonly running = new Map<string, Promise<unknown>>();
  private held: Held | null = null;

  constructor(private readonly ports: RecurringPorts) {}

  /** Why what is irreversible waits, or null. */
  heldBecause(): Held | null {
    return this.held;
  }

  async turn(): Promise<void> {
    const { jobs, monotonic } = this.ports;
    await this.look();
    const now = monotonic();
    for (const [name, job] of Object.entries(jobs)) {
      if (this.running.has(name) || (this.dueAt.get(name) ?? -Infinity) > now) continue;
      if (job.isIrreversible && this.held) continue;
      this.dueAt.set(name, now + job.everySeconds * 1000);
      this.start(name, job);
    }
  }

  private start(name: string, job: RecurringJob): void {
    const { log, turns } = this.ports;
    const run = async () => {
      try {
        if (!(await turns.take(name, job.everySeconds))) return this.askSooner(name, job);
        await job.run().finally(() => turns.end(name));
      } catch (error) {
        log.error({ job: name, error: String(error) }, 'recurring job failed');
      } finally {
        this.running.delete(name);
      }
    };
    this.running.set(name, run());
  }

  private askSooner(name: string, { everySeconds }: RecurringJob): void {
    const rest = Math.max((everySeconds * 1000) / soonerBy, soonestMilliseconds);
    this.dueAt.set(name, this.ports.monotonic() + rest);
  }

  private async look(): Promise<void> {
    const { watch, log, isConfirmed } = this.ports;
    const before = this.held;
    this.held = watch.look();
    if (this.held && (await isConfirmed())) {
      watch.believe();
      this.held = null;
    }
    if (this.held && !before)
      log.error(
        { aheadSeconds: Math.round(this.held.aheadMilliseconds / 1000) },
        'the clock has jumped ahead: nothing is closed by time until it has gone evenly for a while or is confirmed',
      );
    if (before && !this.held) log.info({}, 'the clock is believed again');
  }

  /** Resolves when what runs has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.running.values());
  }
}
