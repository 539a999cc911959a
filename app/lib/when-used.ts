import { createRequire } from 'node:module';

const read = createRequire(import.meta.url);

/**
 * A package that is read when something of it is first asked for, and not when the process starts. On the server only,
 * for work that does not wait; what waits anyway says `await import(…)`.
 */
export function whenUsed<Package>(name: string): () => Package {
  let known: Package | undefined;
  return () => (known ??= read(name) as Package);
}
