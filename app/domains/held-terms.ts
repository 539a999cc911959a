/** How long what is held on persons is kept, table by table, and what ends it. */
export type Term =
  /** As long as the account; closing it takes the rows away, or what ties them to the person. */
  | { kept: 'account' }
  /** As long as the matter to which it belongs: what was public, agreed, voted or decided stays, without the name. */
  | { kept: 'matter' }
  /** Until it is answered, taken back or has run out: some job or use case of its subject removes it. */
  | { kept: 'until-done'; endedBy: string }
  /** So many days after the instant in the column; the job of retention removes the rows, some by their `key` at a time. */
  | { kept: 'days'; days: number; after: string; where?: Record<string, string>; key: 'id' | 'personId' };

/** The terms, as the subjects say them of their tables. */
export const kept = {
  account: { kept: 'account' } as Term,
  matter: { kept: 'matter' } as Term,
  untilDone: (endedBy: string): Term => ({ kept: 'until-done', endedBy }),
  days: (
    days: number,
    after: string,
    { where, key = 'id' }: { where?: Record<string, string>; key?: 'id' | 'personId' } = {},
  ): Term => ({ ...{ kept: 'days', days, after, key }, ...(where && { where }) }),
};

/** So many days after a matter is over, how to reach those is kept who asked without an account: for questions and complaints. */
export const daysWithContact = 90;
