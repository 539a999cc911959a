/**
 * Texts that come from a row or a form, and words that the code knows. A state that a newer process has written is none
 * of them yet: whoever reads it says what becomes of it then.
 */

/** Whether the text is one of the words. */
export function isOneOf<const Word extends string>(words: readonly Word[], text: unknown): text is Word {
  return words.some((word) => word === text);
}

/** What a table says of a word; undefined of one that it does not know. */
export function saidOf<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
