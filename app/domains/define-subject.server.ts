import type { PersonActor } from './actor';
import type { Context, ReadContext, TransactionContext } from './context';
import type { Subject } from './define-subject';
import type { HeldOnPersons } from './held-on-persons';
import type {
  ComparedKind,
  ConsentedMatter,
  Found,
  HoldsAreas,
  MovedMatter,
  OnTheLine,
  PublishedCollection,
  PlacedKind,
  QuotingKind,
  QueueDecider,
  ReportDecider,
  SetUpStep,
  ToldPersons,
  DoneBy,
} from './known-subjects';
import type { ShownSubject, SubjectKey } from './ledger/index.server';
import type { TakenUp } from './taken-up';
import type { OwnMatter, Waiting } from './waiting';
import type { Week, WeeklyNews } from './weekly-news';
import type { LaneGroup } from '~/platform/jobs/lanes.server';
import type { JobHandler, RecurringJob } from '~/platform/jobs/worker.server';
import type { HeldTable } from '~/platform/db/lock-row';
import type { SubjectKind } from '~/paths';

export interface Titled {
  id: string;
  /** As it is now; null where a thing has none of its own. */
  title: string | null;
}

/** Where a person reads: what is asked for by and about the one who is signed in. */
export type PersonContext = ReadContext & { actor: PersonActor };

type ReadOthers = (ctx: ReadContext, keys: readonly SubjectKey[]) => Promise<Map<string, ShownSubject>>;

/** Who may read things of one kind: the rule and its twin for lists, which a test holds against each other. */
export interface KindAccess {
  /** The table of the things; none where no row stands behind the kind. */
  table?: string;
  /** Everyone may read every row. */
  open?: true;
  /** By the twin: of these, those that the context's actor may read, with their titles. */
  listed(ctx: ReadContext, ids: string[], others: ReadOthers): Promise<Titled[]>;
  /** By the rule, asked for each row. */
  ruled(ctx: ReadContext, ids: string[]): Promise<{ id: string }[]>;
  /** Of these, those that may leave the house; where nothing is said, all that anyone may read. */
  outgoing?(ctx: ReadContext, ids: string[]): Promise<{ id: string }[]>;
}

const idsOnly = (ids: readonly string[]) => ids.map((id) => ({ id, title: null }));

/** For kinds that are for everyone, or of which none is told but those whom they concern by name. */
export const withoutRule: KindAccess = {
  listed: (_ctx, ids) => Promise.resolve(idsOnly(ids)),
  ruled: (_ctx, ids) => Promise.resolve(idsOnly(ids)),
};

/** For kinds of which everyone may read every row. */
export function openToAll(
  table: string,
  find: (ctx: ReadContext, ids: string[]) => Promise<Titled[]>,
): KindAccess {
  return { table, open: true, listed: find, ruled: find };
}

/** What of a kind stands in the search index: what anyone may read. */
export interface IndexedKind {
  table: HeldTable;
  /** The newest first, those before an id. */
  publicIds(ctx: ReadContext, page: { before: string | null; take: number }): Promise<string[]>;
  /** Of these those that anyone may read still. */
  publicTexts(
    ctx: ReadContext,
    ids: readonly string[],
  ): Promise<{ id: string; title: string; body: string }[]>;
}

/** The other half of a manifest: what needs the database. */
export interface SubjectServer {
  subject: Subject;
  /** Of each of its kinds. */
  access: Partial<Record<SubjectKind, KindAccess>>;
  held?: HeldOnPersons;
  jobs?(ctx: Context): Record<string, JobHandler>;
  /** Jobs that wait for servers of others. */
  jobGroups?: readonly LaneGroup[];
  recurring?(ctx: Context): Record<string, RecurringJob>;
  queue?: Record<string, QueueDecider<Context>>;
  reports?: Partial<Record<SubjectKind, ReportDecider<Context>>>;
  /** Which version of their text these things have: a report concerns one. */
  versions?: Partial<
    Record<SubjectKind, (ctx: ReadContext, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>>
  >;
  /** By the kind under which files are attached; kinds that are pictured themselves need none. */
  attachments?: Record<string, (ctx: ReadContext, id: string) => Promise<unknown>>;
  /** Whether it keeps a file by this hash beside what was uploaded: then the bytes stay when an upload of the same goes. */
  keepsFile?(ctx: ReadContext, contentHash: string): Promise<boolean>;
  /** Throws `forbidden` where the actor may not post in the area now, for a reason that the subject knows. */
  ensureMayPost?(ctx: ReadContext, areaId: string | null): Promise<void>;
  /** What of its things must have ended before an area is closed; its words are the reason `territory.held-by-<name>`. */
  holdsAreas?: readonly HoldsAreas<ReadContext>[];
  /** An area was closed into another: what belongs to it in the subject follows. */
  areaClosed?(ctx: TransactionContext, closed: { from: string; into: string }): Promise<void>;
  /** An area is open again that was closed into `from`: what belongs to it in the subject comes back. */
  areaReopened?(ctx: TransactionContext, reopened: { areaId: string; from: string }): Promise<void>;
  /** Where its things lie follows the matters on which they hang. */
  movesAlong?(ctx: TransactionContext, moved: MovedMatter): Promise<void>;
  /** What things of these kinds are called, in the reader's language, by their ids: where somebody is named who acted. */
  names?: Partial<
    Record<SubjectKind, (ctx: ReadContext, ids: readonly string[]) => Promise<Record<string, string>>>
  >;
  /** How many of its things an organisation has to do or to hand over before it goes out of service. */
  openWorkOf?(ctx: ReadContext, organisationId: string): Promise<number>;
  /** Said by one subject, the one that keeps persons. */
  persons?: ToldPersons<ReadContext, TransactionContext>;
  /** What it does by a consent, by the purpose for which that is asked. */
  consents?: Record<string, ConsentedMatter<ReadContext, TransactionContext>>;
  audiences?: Record<string, (ctx: ReadContext, id: string) => Promise<string[]>>;
  /** Of its kinds those that hang on the matters of others, along the line from voice to result. */
  line?: readonly (OnTheLine<ReadContext> & { kind: SubjectKind })[];
  /** Of its kinds those that organisations do: of one, few, the newest first, as far as the actor may read them. */
  doneBy?: Partial<Record<SubjectKind, DoneBy<ReadContext>>>;
  /** How orders take up what is `ordered`: by the kind under which it hangs on them. */
  takenUp?: Record<string, TakenUp<ReadContext, TransactionContext>>;
  compared?: Partial<Record<SubjectKind, ComparedKind>>;
  /** What an office does before it opens; the administrator's home lists it. */
  setUp?: readonly SetUpStep<ReadContext>[];
  /** What of it is given out to programs and as files: of each kind that its manifest says is `published`. */
  published?: readonly PublishedCollection<ReadContext>[];
  /** Of its kinds those whose events hold words of other things: who may not read those is not told them. */
  quotes?: Partial<Record<SubjectKind, QuotingKind<ReadContext>>>;
  /** What of its things stands on the map. */
  placed?: Partial<Record<SubjectKind, PlacedKind<ReadContext>>>;
  /** What of its things waits for the person: what nobody else can do, few, by queries whose number does not grow. */
  waits?(ctx: PersonContext): Promise<Waiting[]>;
  /** What the person asked for or began in it, the newest first, few. */
  own?(ctx: PersonContext): Promise<OwnMatter[]>;
  /** What of the week the person's letter tells: few, by queries whose number does not grow. */
  weekly?(ctx: PersonContext, week: Week): Promise<WeeklyNews[]>;
  indexed?: Partial<Record<SubjectKind, IndexedKind>>;
  search?: Partial<Record<SubjectKind, (ctx: ReadContext, query: string) => Promise<Found[]>>>;
}
