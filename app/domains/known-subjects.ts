import type { Listener, Offers, Subject } from './define-subject';
import type { SubjectAccess } from './ledger/subject-access';
import type { Locale } from '~/i18n/locale';
import type { Reads } from '~/platform/db/database.server';

/** A row of the moderators' queue on which is decided. */
export interface QueuedMatter {
  subjectKind: string;
  subjectId: string;
}

/** What a moderator decides: granted or not, with the reason that everybody concerned reads. */
export interface Verdict {
  approve: boolean;
  reason: string;
}

export interface QueueDecider<Ctx> {
  /** By the use case of the subject, which checks who may. */
  decide(ctx: Ctx, matter: QueuedMatter, verdict: Verdict): Promise<void>;
  /** The reason where a matter is to be opened first and never decided among others. */
  notInBulk?: string;
}

/** Hides what was reported, or leaves it; `again` shows what was hidden. */
export type ReportDecider<Ctx> = (
  ctx: Ctx,
  id: string,
  decision: { hide: boolean; reason: string; again?: boolean },
) => Promise<void>;

export interface Found {
  kind: string;
  id: string;
  title: string;
  /** By where and when things of one title are told apart. */
  areaId: string;
  at: Date | null;
}

export interface ComparedMatter {
  id: string;
  title: string;
  areaId: string;
  state: string;
}

/** A kind whose titles are compared, so that nobody writes what is there already: as anyone may read it. */
export interface ComparedKind {
  /** After events of these types a thing reads otherwise, appears or is gone. */
  changing: readonly string[];
  /** Of these ids those that are there for comparison. */
  matters(database: Reads, ids: readonly string[]): Promise<ComparedMatter[]>;
  /** The next titles in the order of ids: a hundred thousand are read at the start. */
  titles(database: Reads, part: { after: string; take: number }): Promise<{ id: string; title: string }[]>;
  stateName(locale: Locale, state: string): string;
}

/** The steps of the line on which things hang on a matter. */
export type LineStep = 'deliberation' | 'decision' | 'commitment' | 'work';

export interface OnTheLine<Ctx> {
  kind: string;
  step: LineStep;
  /** What of the kind hangs on the matter and may be read by the actor, oldest first. */
  of(ctx: Ctx, matter: { kind: string; id: string }): Promise<{ id: string; title: string; state: string }[]>;
}

/**
 * What the mechanisms that all subjects share (ledger, notifications, queue, search, pictures) know of the subjects. It
 * reaches them through the context, never by import: they stand below the subjects.
 */
export interface KnownSubjects<Reading, Ctx> {
  all: readonly Subject[];
  access: SubjectAccess<Reading>;
  /** What can be done with a kind; null for what is no kind of any subject. */
  offersOf(kind: string): Offers | null;
  listenersTo(kind: string): readonly Listener[];
  /** The persons of an audience that a subject finds by itself, by the name of the audience. */
  audiences: ReadonlyMap<string, (ctx: Reading, id: string) => Promise<string[]>>;
  queueKinds: readonly string[];
  queue: ReadonlyMap<string, QueueDecider<Ctx>>;
  reports: ReadonlyMap<string, ReportDecider<Ctx>>;
  /** Throws where the actor may not read what a file hangs on; by the kind under which files are attached. */
  attachments: ReadonlyMap<string, (ctx: Reading, id: string) => Promise<unknown>>;
  /** Whether a subject keeps a file by its hash, whatever becomes of uploads with the same bytes. */
  keepFile(ctx: Reading, contentHash: string): Promise<boolean>;
  compared: ReadonlyMap<string, ComparedKind>;
  line: readonly OnTheLine<Reading>[];
  searches: readonly ((ctx: Reading, query: string) => Promise<Found[]>)[];
}
