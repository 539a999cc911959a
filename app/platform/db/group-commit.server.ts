import type { Transaction } from './database.server';

type AfterCommit = (act: () => void) => void;

export interface GroupCommitPorts {
  /** Runs the batch in one transaction: commits when it resolves, undoes all when it rejects. */
  begin(batch: (transactionFor: (afterCommit: AfterCommit) => Transaction) => Promise<void>): Promise<void>;
  savepoint(): void;
  release(): void;
  rollback(): void;
}

interface Waiting {
  work: (transaction: Transaction) => Promise<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

interface Finished {
  acts: (() => void)[];
  answer: () => void;
  reject: (error: unknown) => void;
}

const largestBatch = 100;
const longestBatch = 25;

/**
 * One durable commit for many callers. The disk's sync bounds commits a second, not works a second: works
 * that wait together run one after the other in savepoints of one transaction, and each caller is answered
 * after its commit. A work that throws undoes only itself.
 */
export function groupCommit(ports: GroupCommitPorts) {
  const queue: Waiting[] = [];
  let running = false;

  async function runOne(
    waiting: Waiting,
    transactionFor: (after: AfterCommit) => Transaction,
  ): Promise<Finished | null> {
    const acts: (() => void)[] = [];
    ports.savepoint();
    try {
      const result = await waiting.work(transactionFor((act) => acts.push(act)));
      ports.release();
      return { acts, answer: () => waiting.resolve(result), reject: waiting.reject };
    } catch (error) {
      ports.rollback();
      waiting.reject(error);
      return null;
    }
  }

  async function runBatch(): Promise<void> {
    const finished: Finished[] = [];
    try {
      await ports.begin(async (transactionFor) => {
        const until = performance.now() + longestBatch;
        for (let done = 0; done < largestBatch; done += 1) {
          const waiting = queue.shift();
          if (!waiting) break;
          const result = await runOne(waiting, transactionFor);
          if (result) finished.push(result);
          if (performance.now() > until) break;
        }
      });
    } catch (error) {
      for (const { reject } of finished) reject(error);
      return;
    }
    for (const { acts, answer } of finished) {
      for (const act of acts) act();
      answer();
    }
  }

  async function drain(): Promise<void> {
    running = true;
    while (queue.length > 0) {
      const before = queue.length;
      await runBatch().catch(() => undefined);
      if (queue.length === before) await rejectFirst();
    }
    running = false;
  }

  /** The transaction could not even begin: its first caller must not wait for ever. */
  async function rejectFirst(): Promise<void> {
    try {
      await ports.begin(async () => undefined);
    } catch (error) {
      queue.shift()?.reject(error);
    }
  }

  return function transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      queue.push({ work, resolve: (result) => resolve(result as Result), reject });
      if (!running) void drain();
    });
  };
}
