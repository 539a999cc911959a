import { describe, expect, it, vi } from 'vitest';
import type { Transaction } from './database.server';
import { groupCommit } from './group-commit.server';
import type { GroupCommitPorts } from './group-commit.server';

function recordedPorts(begins: string[] = []) {
  const ports: GroupCommitPorts = {
    begin: async (batch) => {
      begins.push('begin');
      await batch((scope) => ({ afterCommit: scope.afterCommit }) as Transaction);
    },
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
    const transaction = groupCommit(recordedPorts(begins), { works: 10, batch: 1000, work: 1000 });
    const results = await Promise.all(
      Array.from({ length: 25 }, (_, index) => transaction(async () => index)),
    );
    expect(results).toEqual(Array.from({ length: 25 }, (_, index) => index));
    expect(begins).toHaveLength(3);
  });

  it('gives up a work that never ends, and does the next', async () => {
    const transaction = groupCommit(recordedPorts(), { works: 10, batch: 1000, work: 20 });
    const endless = transaction(() => new Promise(() => undefined));
    const next = transaction(async () => 'next');
    await expect(endless).rejects.toThrow('took longer than 20 ms');
    expect(await next).toBe('next');
  });

  it('tells the first caller when no transaction can begin, and tries again for the others', async () => {
    let attempts = 0;
    const ports = recordedPorts();
    const begin: GroupCommitPorts['begin'] = async (batch) => {
      attempts += 1;
      if (attempts === 1) throw new Error('busy');
      return ports.begin(batch);
    };
    const transaction = groupCommit({ ...ports, begin });
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
      { status: 'rejected', reason: { message: 'no such savepoint' } },
      { status: 'rejected', reason: { message: 'disk is full' } },
    ]);
    expect(await transaction(async () => 'goes on')).toBe('goes on');
  });
});
