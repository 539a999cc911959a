/**
 * What processes on one database tell each other: the topics of the pages that a change made stale. Whoever answers from
 * memory asks first whether all is known that was told until then.
 */
export interface Changes {
  /** Tells the other processes; called when the change is committed. Does not wait. */
  tell(topics: readonly string[]): void;
  /**
   * Resolves when all that was told before this call has reached the database, where each process meets it at its next
   * `confirm`; after two seconds in any case. Waited for before a change is answered.
   */
  told(): Promise<void>;
  /**
   * True when everything that was told before this call has been taken in. Where the database cannot be reached, true for
   * at most five seconds after it last was: what was known then is answered meanwhile. Else false: nothing that depends on
   * what others do is answered from memory.
   */
  confirm(): Promise<boolean>;
  /** Sends what is still to be told, and ends. */
  close(): Promise<void>;
}

/** Where there is no other process (SQLite): nobody to tell, and nothing to be told. */
export const noOthers: Changes = {
  tell: () => undefined,
  told: () => Promise.resolve(),
  confirm: () => Promise.resolve(true),
  close: () => Promise.resolve(),
};
