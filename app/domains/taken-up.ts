import type { Actor } from './actor';
import type { Decision } from '~/lib/decision';
import type { Prisma } from '~/platform/db/database.server';
import type { HeldTable } from '~/platform/db/lock-row';
import type { PlainCondition } from '~/platform/db/plain-condition';

/** How far the work on a matter is, whatever kind of matter it is. */
export const matterStages = ['working', 'done', 'evaluated'] as const;
export type MatterStage = (typeof matterStages)[number];

export type MatterStep = 'finish' | 'evaluate' | 'reopen';

/** A matter as it stands on an order. */
export interface MatterCard {
  id: string;
  title: string;
  areaId: string;
  /** Whose matter it is: they are called back when the work is reported as done. */
  askedBy: string;
  page: { kind: string; id: string };
  /** By the rule of its kind. */
  reads(actor: Actor): Decision;
}

/** What an order that is made of a matter begins with. */
export interface MatterWords {
  title: string;
  body: string;
  category: string;
  areaId: string;
  latitude: number | null;
  longitude: number | null;
  place: string | null;
  /** Those who do the work are not to read it: an order made of it bears none of its words. */
  sealed?: boolean;
  reads(actor: Actor): Decision;
}

export interface MatterPlace {
  id: string;
  latitude: number | null;
  longitude: number | null;
}

export interface LinkableMatter {
  id: string;
  title: string;
  areaId: string;
  page: { kind: string; id: string };
}

/** Matters of a kind that follow their orders: they are done with the last of them, and go back with one that is reopened. */
export interface FollowingOrders<Reading, Inside> {
  /** Their rows are held while their orders are looked at. */
  table: HeldTable;
  statesOf(ctx: Reading, ids: readonly string[]): Promise<{ id: string; state: string }[]>;
  /** Which of their states are which stage of the work. */
  stages: Partial<Record<string, MatterStage>>;
  moves: Record<MatterStep, (ctx: Inside, ids: readonly string[]) => Promise<void>>;
  /** Every order that took the matter up was refused, with these words. */
  loseOrders(ctx: Inside, id: string, words: string): Promise<void>;
}

/**
 * Of a kind that not everyone reads: an order keeps of whose matter its words may be, in a column of its own that leads to
 * the matter, and where that may not be read, the order may not either.
 */
export interface ClosingWords {
  table: HeldTable;
  /** Of the table of orders; the column is named by it, with `Id` behind. */
  relation: keyof Prisma.WorkOrderInclude & `wordsOf${string}`;
  /** What anyone may read. */
  open: PlainCondition;
  /** The twin of the kind's rule for lists. */
  readable(actor: Actor): object;
  /** The columns that `reads` asks for. */
  facts: object;
  /** By the kind's rule, of a row that was read by these columns. */
  reads(actor: Actor, row: unknown): boolean;
}

/** How work orders take matters of one kind up: said by the subject, so that orders know none of them by name. */
export interface TakenUp<Reading, Inside> {
  /** What may hang on an order of the area: by words, or by the id of it or of its page; the newest first. */
  linkable(
    ctx: Reading,
    asked: { areaId: string; words: string; id: string | undefined },
  ): Promise<LinkableMatter[]>;
  /** Of these ids those that there are, whoever may read them. */
  cards(ctx: Reading, ids: readonly string[]): Promise<MatterCard[]>;
  /** Null where there is none; whoever asks heeds `reads`. */
  words(ctx: Reading, id: string): Promise<MatterWords | null>;
  /** The name of who asked for it, as the reader is shown it; none where nobody in particular did. */
  askerOf?(ctx: Reading, id: string): Promise<string>;
  /** It hangs on an order now. Throws where no work on it may begin. */
  begin(ctx: Inside, matter: { id: string; workOrderId: string }): Promise<void>;
  /** Of these ids those that have a place: an order without one of its own is shown there. None where the kind has none. */
  places?(ctx: Reading, ids: readonly string[]): Promise<MatterPlace[]>;
  /** None where all that an order may be made of is for everyone. */
  closing?: ClosingWords;
  /** None where the kind goes its own way, whatever becomes of the orders. */
  follows?: FollowingOrders<Reading, Inside>;
}
