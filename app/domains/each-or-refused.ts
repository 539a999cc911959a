import { DomainError } from './domain-error';

export interface EachOutcome<Item> {
  done: number;
  /** What was refused, with why. */
  refused: (Item & { error: DomainError })[];
}

/**
 * What a person does with many items, one after the other: one that is refused holds up no other, and is answered with
 * why. Any other failure ends it.
 */
export async function eachOrRefused<Item extends object>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<EachOutcome<Item>> {
  const outcome: EachOutcome<Item> = { done: 0, refused: [] };
  for (const item of items) {
    try {
      await act(item);
      outcome.done += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      outcome.refused.push({ ...item, error });
    }
  }
  return outcome;
}
