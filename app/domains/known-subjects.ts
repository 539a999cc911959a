import type { z } from 'zod';
import type { Listener, Offers, Subject } from './define-subject';
import type { Term } from './held-terms';
import type { Breach } from './moderation/grounds';
import type { SubjectAccess } from './ledger/subject-access';
import type { Stage } from './stages';
import type { TakenUp } from './taken-up';
import type { OwnMatter, Waiting } from './waiting';
import type { Week, WeeklyNews } from './weekly-news';
import type { PersonActor } from './actor';
import type { Locale } from '~/i18n/locale';
import type { SubjectKind } from '~/paths';
import type { Frame } from '~/lib/geo/frame';
import type { Reads } from '~/platform/db/database.server';
import type { ListPage } from '~/platform/db/lists/list-page';

/** A row of the moderators' queue on which is decided. */
export interface QueuedMatter {
  subjectKind: string;
  subjectId: string;
}

/** What a moderator decides: granted or not, with the reason that everybody concerned reads. */
export interface Verdict {
  approve: boolean;
  reason: string;
  /** The rule that was broken, where something is hidden for it. */
  ground?: Breach | undefined;
}

export interface QueueDecider<Ctx> {
  /** By the use case of the subject, which checks who may. */
  decide(ctx: Ctx, matter: QueuedMatter, verdict: Verdict): Promise<void>;
  /** The reason where a matter is to be opened first and never decided among others. */
  notInBulk?: string;
}

export interface HidingDecision {
  hide: boolean;
  reason: string;
  ground?: Breach | undefined;
  /** By a moderator whom no report asked. */
  unasked?: boolean;
}

/** Hides what was reported, or leaves it; `again` shows what was hidden. */
export type ReportDecider<Ctx> = (ctx: Ctx, id: string, decision: HidingDecision) => Promise<void>;

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

/** A matter with a place that anyone may read and that may leave the house. */
export interface PlacedMatter {
  id: string;
  title: string;
  areaId: string;
  state: string;
  latitude: number;
  longitude: number;
  createdAt: Date;
  /** The matters that it takes up: where it is shown, it stands for them. */
  standsFor: readonly { kind: string; id: string }[];
}

/** The newest with a place, within an area and a frame where these are given. */
export interface PlacedAsked {
  areaId: string | undefined;
  category: string | undefined;
  /** In one of these states only. */
  states: readonly string[] | undefined;
  frame: Frame | undefined;
  most: number;
}

/** A kind whose things have places, for the map. */
export interface PlacedKind<Ctx> {
  stages: Readonly<Record<string, Stage>>;
  matters(ctx: Ctx, asked: PlacedAsked): Promise<PlacedMatter[]>;
}

/** A kind whose events hold words of other things. */
export interface QuotingKind<Ctx> {
  /** The fields of its events that do. */
  fields: readonly string[];
  /** Of these things, those that their events may quote. */
  of(ctx: Ctx, ids: readonly string[]): Promise<{ id: string; quoted: { kind: SubjectKind; id: string } }[]>;
}

/** The steps of the line on which things hang on a matter. */
export type LineStep = 'deliberation' | 'decision' | 'commitment' | 'work';

/** What of a kind an organisation does. */
export type DoneBy<Ctx> = (
  ctx: Ctx,
  organisationId: string,
) => Promise<{ id: string; title: string; state: string }[]>;

export interface OnTheLine<Ctx> {
  kind: string;
  step: LineStep;
  /** What of the kind hangs on the matter and may be read by the actor, oldest first. */
  of(ctx: Ctx, matter: { kind: string; id: string }): Promise<{ id: string; title: string; state: string }[]>;
}

/** A person who can be told something. */
export interface Reader {
  id: string;
  email: string;
  displayName: string;
  locale: string;
}

/** Persons as those who tell them things know them: said by the subject that keeps persons. */
export interface ToldPersons<Reading, Inside> {
  /** Of these those who may be told now, with how they want mails. */
  reachable(
    ctx: Reading,
    ids: readonly string[],
  ): Promise<(Reader & { mailFrequency: string; emailConfirmedAt: Date | null })[]>;
  /** Who holds the role in one of the areas, and can sign in. */
  holders(
    ctx: Reading,
    held: { role: string; areaIds: readonly string[] },
  ): Promise<{ personId: string; areaId: string }[]>;
  /** Who wants mails, how often, and when the last daily one was; null for others. */
  mailReader(
    ctx: Reading,
    personId: string,
  ): Promise<(Reader & { mailFrequency: string; digestedAt: Date | null }) | null>;
  /** In SQL, who wants mails at all and can be told: with id, `mailFrequency` and `digestedAt`. */
  mailReadersSql: string;
  /** Notes that the daily mail is written now; false where the last one is younger than `before`. */
  claimDaily(ctx: Inside, personId: string, before: Date): Promise<boolean>;
  /** How often by mail from here on; `daily` where one mail a day comes of some topics at least. */
  chooseMails(
    ctx: Inside,
    chosen: { personId: string; mailFrequency: string; daily: boolean },
  ): Promise<void>;
  /** The person as whoever reads for it without a session: what it may do now; null where it cannot sign in. */
  actorOf(ctx: Reading, personId: string): Promise<PersonActor | null>;
  /** No mails any more: the inbox on the site stays. */
  endMails(ctx: Inside, personId: string): Promise<void>;
}

/** A thing that lies elsewhere now. */
export interface MovedMatter {
  kind: string;
  id: string;
  areaId: string;
}

/** What a subject does by a consent (PIPL 14, 15), by the purpose for which it was asked. */
export interface ConsentedMatter<Reading, Inside> {
  /** It does so now, by a consent or since before it asked for one. */
  isOn(ctx: Reading, personId: string): Promise<boolean>;
  /** What ends with the consent, at once and in the same transaction. */
  end(ctx: Inside, personId: string): Promise<unknown>;
}

/** Things that keep an area from being closed while they are open. */
export interface HoldsAreas<Reading> {
  name: string;
  /** How many of them are open in the area or below it. */
  count(ctx: Reading, areaId: string): Promise<number>;
}

/** Something that an office does before it opens; its words are `step.<name>` of the catalogue `administration`. */
export interface SetUpStep<Reading> {
  name: string;
  /** Where it is done. */
  at: string;
  /** Held for the whole portal: others than its administrators only see whether it is done. */
  wholePortal?: true;
  /** How much of it there is in the areas and below them; 0: it is still to do. */
  count(ctx: Reading, areaIds: readonly string[]): Promise<number>;
}

/** What is asked of a collection: one page, the newest first, narrowed or not. */
export interface PublishedAsked {
  id?: string | undefined;
  /** In the area or below it. */
  areaId?: string | undefined;
  state?: string | undefined;
  /** From this time on. */
  since?: Date | undefined;
  /** Before this time. */
  until?: Date | undefined;
  cursor?: string | undefined;
  /** One page by when they became public, for feeds: without a cursor, which is a place in the other order. */
  byTime?: boolean | undefined;
  size: number;
}

/** Things of one kind that are given out to programs and as a file, as far as anyone may read them. */
export interface PublishedCollection<Ctx> {
  /** As it stands in the address; its words are `dataset.<name>` of the catalogue `open-data`. */
  name: string;
  /** The kind of things, or whose parts they are; null for what is no kind of any subject. */
  kind: SubjectKind | null;
  /** One of them, as it is given out. */
  item: z.ZodObject;
  /** By which they can be narrowed; empty where there are none. */
  states: readonly string[];
  /** The field by whose time they are narrowed; null where there is none. */
  time: string | null;
  /** The field that says when one of them changed last. */
  changed: string | null;
  /** Whether they are narrowed by area. */
  inAreas: boolean;
  page(ctx: Ctx, asked: PublishedAsked): Promise<ListPage<Record<string, unknown>>>;
}

/**
 * What the mechanisms that all subjects share (ledger, notifications, queue, search, pictures) know of the subjects. It
 * reaches them through the context, never by import: they stand below the subjects.
 */
export interface KnownSubjects<Reading, Ctx, Inside> {
  all: readonly Subject[];
  access: SubjectAccess<Reading>;
  /** What can be done with a kind; null for what is no kind of any subject. */
  offersOf(kind: string): Offers | null;
  listenersTo(kind: string): readonly Listener[];
  /** The persons of an audience that a subject finds by itself, by the name of the audience. */
  /** Throws `forbidden` where the actor may not post in the area now. */
  ensureMayPost(ctx: Reading, areaId: string | null): Promise<void>;
  audiences: ReadonlyMap<string, (ctx: Reading, id: string) => Promise<string[]>>;
  queueKinds: readonly string[];
  queue: ReadonlyMap<string, QueueDecider<Ctx>>;
  reports: ReadonlyMap<string, ReportDecider<Ctx>>;
  /** Which version of its text a thing of a kind has; kinds that nobody edits have none here. */
  versions: ReadonlyMap<
    string,
    (ctx: Reading, ids: readonly string[]) => Promise<ReadonlyMap<string, number>>
  >;
  /** Throws where the actor may not read what a file hangs on; by the kind under which files are attached. */
  attachments: ReadonlyMap<string, (ctx: Reading, id: string) => Promise<unknown>>;
  /** Whether a subject keeps a file by its hash, whatever becomes of uploads with the same bytes. */
  keepFile(ctx: Reading, contentHash: string): Promise<boolean>;
  compared: ReadonlyMap<string, ComparedKind>;
  line: readonly OnTheLine<Reading>[];
  /** What an organisation does, of all kinds, as far as the actor may read it. */
  doneBy(
    ctx: Reading,
    organisationId: string,
  ): Promise<{ kind: string; id: string; title: string; state: string }[]>;
  /** How long what is held on persons is kept, by table; and what lies sealed on people without an account, by column. */
  heldTerms: Readonly<Record<string, Term>>;
  termsOfOthers: Readonly<Record<string, Term>>;
  /** By the kind under which matters hang on work orders. */
  takenUp: ReadonlyMap<string, TakenUp<Reading, Inside>>;
  /** Moves along what hangs on a matter, for each subject that hangs things on matters of others. */
  moveAlong(ctx: Inside, moved: MovedMatter): Promise<void>;
  holdingAreas: readonly HoldsAreas<Reading>[];
  /** Tells every subject that an area was closed into another. */
  areaClosed(ctx: Inside, closed: { from: string; into: string }): Promise<void>;
  /** Tells every subject that an area is open again that was closed into `from`. */
  areaReopened(ctx: Inside, reopened: { areaId: string; from: string }): Promise<void>;
  /** What things of a kind are called, by their ids; by the kinds that act or are acted for. */
  names: ReadonlyMap<string, (ctx: Reading, ids: readonly string[]) => Promise<Record<string, string>>>;
  /** How much an organisation has to do or to hand over before it goes out of service. */
  openWorkOf(ctx: Reading, organisationId: string): Promise<number>;
  persons: ToldPersons<Reading, Inside>;
  /** What the portal is called by its administrator. Whatever people read says it by this name, and never by its own. */
  portalName(ctx: { database: Reads }, locale: Locale): Promise<string>;
  /** By the purposes for which a consent is asked. */
  consents: ReadonlyMap<string, ConsentedMatter<Reading, Inside>>;
  setUp: readonly SetUpStep<Reading>[];
  /** What is given out to programs, by the names in addresses. */
  published: ReadonlyMap<string, PublishedCollection<Reading>>;
  placed: ReadonlyMap<string, PlacedKind<Reading>>;
  quotes: ReadonlyMap<string, QuotingKind<Reading>>;
  /** What waits for the actor in all subjects, and what the actor asked for or began; nothing for who is no person. */
  waits(ctx: Reading): Promise<Waiting[]>;
  own(ctx: Reading): Promise<OwnMatter[]>;
  /** What of the week the actor's letter tells, of all subjects. */
  weekly(ctx: Reading, week: Week): Promise<WeeklyNews[]>;
  searches: readonly ((ctx: Reading, query: string) => Promise<Found[]>)[];
}
