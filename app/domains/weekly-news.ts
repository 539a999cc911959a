/** The week of which a letter tells: what happened from `since` on, before `until`. */
export interface Week {
  since: Date;
  until: Date;
}

/** What a subject has to tell in the letter of the week; the words of each are `news.<what>` of the catalogue `weekly`. */
export type WeeklyNews =
  /** Something that opened and may be taken part in until a day. */
  | { what: 'opened'; title: string; to: string; until: Date | null }
  /** Solved where the reader lives. */
  | { what: 'solved'; title: string; to: string }
  /** How often in the week, where the reader lives. */
  | { what: 'asked-number' | 'solved-number'; count: number };
