import { describe, expect, it, vi } from 'vitest';
import type { Transaction } from '../database.server';
import { faultOf } from '../database-fault';
import { groupCommit } from './group-commit.server';
import type { GroupCommitPorts } from './group-commit.server';

function recordedPorts(begins: string[] = []) {
  const ports: GroupCommitPorts = {
    lock: () => {
      begins.push('begin');
      return true;
    },
    run: (batch) => batch((scope) => ({ afterCommit: scope.afterCommit }) as Transaction),
    commit: vi.fn(),
    savepoint: vi.fn(),
    release: vi.fn(),
    rollback: vi.fn(),
    abandon: vi.fn(),
  };
  return ports;
}

describe('group commit', () => {
  it('gives many callers one transaction, up to the limit', async () => {
    const begins: string[] = [];
    const transaction = groupCommit(recordedPorts(begins), {
      works: 10,
      batch: 1000,
      work: 1000,
      lock: 1000,
    });
    const results = await Promise.all(
      Array.from({ length: 25 }, (_, index) => transaction(async () => index)),
    );
    expect(results).toEqual(Array.from({ length: 25 }, (_, index) => index));
    expect(begins).toHaveLength(3);
  });

  it('gives up a work that never ends, and does the next', async () => {
    const transaction = groupCommit(recordedPorts(), { works: 10, batch: 1000, work: 20, lock: 1000 });
    const endless = transaction(() => new Promise(() => undefined));
    const next = transaction(async () => 'next');
    await expect(endless).rejects.toThrow('took longer than 20 ms');
    expect(await next).toBe('next');
  });

  it('gives up each that never ends, also after one that did not last', async () => {
    const transaction = groupCommit(recordedPorts(), { works: 10, batch: 1000, work: 20, lock: 1000 });
    const never = () => transaction(() => new Promise(() => undefined));
    const results = await Promise.allSettled([never(), transaction(async () => 'done'), never()]);
    expect(results).toMatchObject([
      { reason: { message: expect.stringContaining('took longer than 20 ms') as string } },
      { value: 'done' },
      { reason: { message: expect.stringContaining('took longer than 20 ms') as string } },
    ]);
    await expect(never()).rejects.toThrow('took longer than 20 ms');
  });

  it('tells the first caller when no transaction can begin, and tries again for the others', async () => {
    let attempts = 0;
    const ports = recordedPorts();
    const lock = () => {
      attempts += 1;
      if (attempts === 1) throw new Error('no disk');
      return ports.lock();
    };
    const transaction = groupCommit({ ...ports, lock });
    const results = await Promise.allSettled([transaction(async () => 1), transaction(async () => 2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('rejects all of a batch when its savepoints are lost', async () => {
    const ports = recordedPorts();
    ports.rollback = () => {
      throw new Error('no such savepoint');
    };
    const transaction = groupCommit(ports);
    const fault = async () => {
      throw new Error('disk is full');
    };
    const results = await Promise.allSettled([transaction(async () => 1), transaction(fault)]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { kind: 'undone', cause: { message: 'no such savepoint' } } },
      { status: 'rejected', reason: { message: 'disk is full' } },
    ]);
    expect(await transaction(async () => 'goes on')).toBe('goes on');
  });

  it('lets nobody wait longer than the limit for the lock, however many wait', async () => {
    const ports = recordedPorts();
    let free = false;
    const transaction = groupCommit(
      { ...ports, lock: () => free },
      { works: 10, batch: 20, work: 1000, lock: 60 },
    );
    const since = performance.now();
    const early = Array.from({ length: 20 }, () => transaction(async () => 'early'));
    const results = await Promise.allSettled(early);
    expect(results.every((result) => result.status === 'rejected' && faultOf(result.reason) === 'busy')).toBe(
      true,
    );
    expect(performance.now() - since).toBeLessThan(20 * 60);
    const late = transaction(async () => 'late');
    free = true;
    expect(await late).toBe('late');
  });

  it('undoes and tells all when the commit fails, and again before the next begins where undoing failed', async () => {
    const ports = recordedPorts();
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fault = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
    vi.mocked(ports.commit).mockImplementationOnce(() => {
      throw fault;
    });
    vi.mocked(ports.abandon).mockImplementationOnce(() => {
      throw fault;
    });
    const transaction = groupCommit(ports);
    const results = await Promise.allSettled([transaction(async () => 1), transaction(async () => 2)]);
    expect(results.map((result) => result.status === 'rejected' && faultOf(result.reason))).toEqual([
      'full',
      'full',
    ]);
    expect(await transaction(async () => 'goes on')).toBe('goes on');
    told.mockRestore();
  });
});
