import { DomainError } from './domain-error';

/**
 * What a timer does, one item after the other: an item that another process has done meanwhile is passed over, and one
 * that fails holds up none of the rest; the first failure is thrown once all have had their turn.
 */
export async function eachByItself<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      const done = error instanceof DomainError && ['conflict', 'wrong-state'].includes(error.code);
      if (!done) failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
