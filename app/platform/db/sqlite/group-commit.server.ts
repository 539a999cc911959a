import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { runActs } from '../after-commit';
import { DatabaseFault, faultOf } from '../database-fault';
import type { Transaction } from '../database.server';

/** What a work's transaction asks of the work that it belongs to. */
export interface WorkScope {
  afterCommit(act: () => void): void;
  /** Throws once the work has ended. */
  assertOpen(): void;
}

type TransactionFor = (scope: WorkScope) => Transaction;

export interface GroupCommitPorts {
  /** Begins the transaction; false while another process holds the lock. It does not wait: nothing else would run. */
  lock(): boolean;
  /** Runs the batch in the transaction that was begun, and rejects where the batch does. */
  run(batch: (transactionFor: TransactionFor) => Promise<void>): Promise<void>;
  commit(): void;
  savepoint(): void;
  release(): void;
  rollback(): void;
  /** Undoes the transaction where it is still open. */
  abandon(): void;
}

export interface GroupCommitLimits {
  /** Works that share one commit at most. */
  works: number;
  /** Milliseconds after which a batch takes no further work. */
  batch: number;
  /** Milliseconds after which a work is given up, so that the others need not wait for ever. */
  work: number;
  /** Milliseconds that a caller waits while another process holds the lock. */
  lock: number;
}

interface Waiting {
  work: (transaction: Transaction) => Promise<unknown>;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
  since: number;
}

interface Finished {
  acts: (() => void)[];
  answer: () => void;
  reject: (error: unknown) => void;
}

const usualLimits: GroupCommitLimits = { works: 100, batch: 20, work: 30_000, lock: 5000 };
const pauses = { first: 2, longest: 25 };

const heldFor = (milliseconds: number) => `Another process held the lock for longer than ${milliseconds} ms`;

function openScope(acts: (() => void)[]): WorkScope & { end(): void } {
  let open = true;
  return {
    afterCommit: (act) => void acts.push(act),
    assertOpen: () => {
      if (!open) throw new Error('This transaction is over: something in it was not awaited');
    },
    end: () => {
      open = false;
    },
  };
}

/**
 * Gives a work up that takes longer than a work may. Works run one after the other, so that all have one timer, which
 * each winds up anew: one for each would cost a vote more than some of its statements.
 */
function inTime(milliseconds: number) {
  let giveUp: ((error: Error) => void) | null = null;
  let timer: NodeJS.Timeout | null = null;
  const ring = () => {
    const text = `A transaction took longer than ${milliseconds} ms (does it wait for another transaction?)`;
    giveUp?.(new Error(text));
  };
  return {
    /** The work's result, or an error when it takes too long. */
    run: (work: Promise<unknown>): Promise<unknown> =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        timer = timer?.refresh() ?? setTimeout(ring, milliseconds);
        work.then(resolve, reject);
      }),
    /** No work is there any more. */
    rest: () => {
      giveUp = null;
      clearTimeout(timer ?? undefined);
      timer = null;
    },
  };
}

/**
 * One durable commit for many callers. The disk's sync bounds commits a second, not works a second: works
 * that wait together run one after the other in savepoints of one transaction, and each caller is answered
 * after its commit. A work that throws undoes only itself; a commit that fails rejects every caller of it.
 */
export function groupCommit(ports: GroupCommitPorts, limits: GroupCommitLimits = usualLimits) {
  const queue: Waiting[] = [];
  const watch = inTime(limits.work);
  let draining = false;

  async function runOne(waiting: Waiting, transactionFor: TransactionFor): Promise<Finished | null> {
    const acts: (() => void)[] = [];
    const scope = openScope(acts);
    try {
      ports.savepoint();
      const result = await watch.run(waiting.work(transactionFor(scope)));
      scope.end();
      ports.release();
      return { acts, answer: () => waiting.resolve(result), reject: waiting.reject };
    } catch (error) {
      waiting.reject(error);
      scope.end();
      // What the work began and did not await (the rest of a Promise.all) ends within this turn, still inside.
      await nextTurn();
      ports.rollback();
      return null;
    }
  }

  /** Tells those who have waited for as long as anyone may that the lock is held elsewhere. */
  function rejectLate(): void {
    while (queue[0] && queue[0].since <= performance.now() - limits.lock) {
      queue.shift()?.reject(new DatabaseFault('busy', heldFor(limits.lock)));
    }
  }

  /** Waits for the lock, with everything else running on, as long as somebody waits. Answers whether it is held. */
  async function locked(): Promise<boolean> {
    for (let rest = pauses.first; queue.length > 0; rest = Math.min(rest * 2, pauses.longest)) {
      try {
        if (ports.lock()) return true;
      } catch (error) {
        // The first caller is told, so that nobody waits for ever; the others are tried again.
        queue.shift()?.reject(error);
        return false;
      }
      await pause(rest * (0.5 + Math.random()));
      rejectLate();
    }
    return false;
  }

  async function runBatch(): Promise<void> {
    if (!(await locked())) return;
    const finished: Finished[] = [];
    let taken = 0;
    try {
      const running = ports.run(async (transactionFor) => {
        const until = performance.now() + limits.batch;
        while (taken < limits.works && performance.now() <= until) {
          const waiting = queue.shift();
          if (!waiting) break;
          taken += 1;
          const result = await runOne(waiting, transactionFor);
          if (result) finished.push(result);
        }
      });
      await running.finally(watch.rest);
      ports.commit();
    } catch (error) {
      undoAll();
      if (taken === 0) queue.shift()?.reject(error);
      const kind = faultOf(error) ?? 'undone';
      const undone = new DatabaseFault(kind, `The commit failed: ${String(error)}`, { cause: error });
      for (const { reject } of finished) reject(undone);
      return;
    }
    for (const { acts, answer } of finished) {
      runActs(acts);
      answer();
    }
  }

  function undoAll(): void {
    try {
      ports.abandon();
    } catch (error) {
      // The next one to begin tries again.
      console.error('A transaction could not be undone', error);
    }
  }

  async function drain(): Promise<void> {
    draining = true;
    while (queue.length > 0) {
      // Requests that came in together join one batch, and reads get their turn between two.
      await nextTurn();
      await runBatch();
    }
    draining = false;
  }

  return function transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      queue.push({ work, resolve: (result) => resolve(result as Result), reject, since: performance.now() });
      if (!draining) void drain();
    });
  };
}
