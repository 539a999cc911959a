import { expect, it, vi } from 'vitest';
import { DomainError } from './domain-error';
import { DatabaseFault } from '~/platform/db/database-fault';

it('a refusal thrown by the other bundle is known for one, and so is a fault of the database', async () => {
  vi.resetModules();
  const other = await import('./domain-error');
  const fault = await import('~/platform/db/database-fault');
  expect(other.DomainError).not.toBe(DomainError);
  expect(new other.DomainError('not-found')).toBeInstanceOf(DomainError);
  expect(new fault.DatabaseFault('busy', 'held')).toBeInstanceOf(DatabaseFault);
  expect(new Error('DomainError')).not.toBeInstanceOf(DomainError);
  expect(new DomainError('not-found')).not.toBeInstanceOf(DatabaseFault);
});
