import { z } from 'zod';
import type { Role } from '../actor';

/** To whom an event is told. The one who acted is never told of the own act. */
export type Audience =
  | { kind: 'person'; personId: string }
  | { kind: 'organisation'; organisationId: string }
  | { kind: 'followers'; subjectKind: string; subjectId: string }
  /** Nearest to the area, upward; `but` leaves one person out. Where nobody holds it, those who hold the other role. */
  | { kind: 'role'; role: Role; areaId: string; but?: string | undefined; otherwise?: Role }
  /** Everyone in the electorate of a ballot, as frozen at opening. */
  | { kind: 'electors'; ballotId: string }
  /** These, as whoever tells has found them. */
  | { kind: 'persons'; personIds: string[] }
  /** Said on purpose: this event is public record only and tells nobody. */
  | { kind: 'nobody' };

type Fields = Record<string, z.ZodType>;
/** Any of the fields, each of its type. */
export type SomeOf<F extends Fields> = { [Name in keyof F]?: z.output<F[Name]> | undefined };

export interface EventFacts<Said = object, Kept = object> {
  type: string;
  subjectKind: string;
  subjectId: string;
  areaId: string | null;
  actorPersonId: string | null;
  publicData: Said;
  privateData: Kept;
}

/**
 * What the events of a subject say to whoever may read them, and what they keep for the record and for finding whom to
 * tell. One name is one thing of one type in all of a subject's events; a field that is only kept can never be said.
 */
export interface EventFields<Said extends Fields = Fields, Kept extends Fields = Fields> {
  said: Said;
  kept: Kept;
}

export type Along = 'always' | 'with-named';

interface TypeOfEvent<Said extends Fields, Kept extends Fields> {
  /** False for what only those concerned may read. */
  isPublic: boolean;
  /** Parts of the site whose cached pages show this. */
  topics: readonly string[];
  /** What it always says beside the title of its subject; other fields of the subject may be said. */
  says?: readonly (keyof Said & string)[];
  /** What it always keeps; other fields of the subject may be kept. */
  keeps?: readonly (keyof Kept & string)[];
  /** What it keeps at times, and its audience reads where it is there. */
  mayKeep?: readonly (keyof Kept & string)[];
  /** With it words of the actor's own become readable for others: a sanction may keep a person from it. */
  posts?: true;
  /** It is about no single thing that has a title. */
  untitled?: true;
  /**
   * No mail and no push begins with it for those who follow; it stands in the inbox at once, and is told along with the
   * next thing that is. `always`: a step on the way, which asks nothing of them. `with-named`: where the same act tells
   * the same person of the same thing by name.
   */
  along?: Along;
  /** The said field that tells until when something can be done about it: no quiet hours hold it back for longer. */
  term?: keyof Said & string;
  /** It is about who gets into the person's account: no quiet hours hold it back. */
  aboutAccess?: true;
  /**
   * Whom the event tells; required for each type, so that none is forgotten. One that reads what is kept says what
   * (`Keeping`), and its type must keep it. A method, so that it may ask for it here.
   */
  audience(event: EventFacts<SomeOf<Said>>): Audience[];
}

/** What an audience is handed that reads kept fields: those that it names, as always there or as there at times. */
export type Keeping<
  F extends EventFields,
  Always extends keyof F['kept'] = never,
  AtTimes extends keyof F['kept'] = never,
> = EventFacts<
  SomeOf<F['said']>,
  { [Name in Always]: z.output<F['kept'][Name]> } & {
    [Name in AtTimes]: z.output<F['kept'][Name]> | undefined;
  }
>;

/** For the compiler alone: what an event of the type does not keep is nothing that its audience could read. */
interface NotKept {
  neverKept: true;
}

/** Each type whose audience reads what the type does not keep, and would tell nobody. */
type Telling<Said extends Fields, Kept extends Fields, Types> = {
  [Type in keyof Types]: Types[Type] extends { audience: infer Audience_ }
    ? Audience_ extends (event: EventFacts<SomeOf<Said>, Held<Kept, Types[Type]>>) => Audience[]
      ? unknown
      : { audience: 'reads what its type does not keep' }
    : unknown;
};

type NamesIn<Type, List extends 'keeps' | 'mayKeep'> =
  Type extends Record<List, readonly (infer Name)[]> ? Name : never;

type Held<Kept extends Fields, Type> = {
  [Name in keyof Kept]: Name extends NamesIn<Type, 'keeps'>
    ? z.output<Kept[Name]>
    : Name extends NamesIn<Type, 'mayKeep'>
      ? z.output<Kept[Name]> | undefined
      : NotKept;
};

/** A type of event as those read it who know no subject. */
export interface EventDefinition {
  isPublic: boolean;
  /** What nobody does who may not post. */
  posts: boolean;
  topics: readonly string[];
  along: Along | undefined;
  term: string | undefined;
  aboutAccess: boolean;
  /** What `publicData` and `privateData` of such an event are; appending checks it. */
  said: z.ZodType<Record<string, unknown>>;
  kept: z.ZodType<Record<string, unknown>>;
  // A method, so that each subject may ask for its own fields: they were checked by `said` and `kept`.
  audience(event: EventFacts): Audience[];
}

export type EventDefinitions<Type extends string = string> = Record<Type, EventDefinition>;

/** For the compiler alone: which fields an event of one type has, and which always. */
interface Shaped<F extends EventFields, Type> {
  readonly [shape]?: { fields: F; type: Type };
}
declare const shape: unique symbol;

/** The types of a subject's events, with what each says and keeps for the compiler. */
export type Events<F extends EventFields, Types> = {
  [Type in keyof Types & string]: EventDefinition & Shaped<F, Types[Type]>;
};

/** Made when it is first asked for: a start would make hundreds of which an hour needs a few. */
function shapeOf(fields: Fields, always: readonly string[]): () => z.ZodType<Record<string, unknown>> {
  let made: z.ZodType<Record<string, unknown>> | undefined;
  const make = () =>
    z.strictObject(
      Object.fromEntries(
        Object.entries(fields).map(([name, schema]) => [
          name,
          always.includes(name) ? schema : schema.optional(),
        ]),
      ),
    );
  return () => (made ??= make());
}

export function defineEvents<
  Said extends Fields,
  Kept extends Fields,
  const Types extends Record<string, TypeOfEvent<Said & Title, Kept>>,
>(
  fields: EventFields<Said, Kept>,
  types: Types & Telling<Said & Title, Kept, Types>,
): Events<EventFields<Said & Title, Kept>, Types> {
  const said: Fields = { ...fields.said, ...title };
  return Object.fromEntries(
    Object.entries<TypeOfEvent<Said & Title, Kept>>(types).map(([type, definition]) => {
      const { isPublic, topics, says = [], keeps = [], untitled, posts = false, audience } = definition;
      const { along, term, aboutAccess = false } = definition;
      const saidShape = shapeOf(said, untitled ? says : [...says, 'title']);
      const keptShape = shapeOf(fields.kept, keeps);
      const defined: EventDefinition = {
        ...{ isPublic, topics, posts, along, term, aboutAccess, audience },
        get said() {
          return saidShape();
        },
        get kept() {
          return keptShape();
        },
      };
      return [type, defined];
    }),
  ) as unknown as Events<EventFields<Said & Title, Kept>, Types>;
}

/** For those concerned alone; its shapes are still made when they are asked for. */
const withheld = (definition: EventDefinition): EventDefinition =>
  Object.defineProperties({} as EventDefinition, {
    ...Object.getOwnPropertyDescriptors(definition),
    isPublic: { value: false, enumerable: true },
  });

/** The same events where the thing is not for everyone: those of the given types are for those concerned alone. */
export function forThoseConcerned<E extends EventDefinitions>(
  events: E,
  types: readonly (keyof E & string)[] = Object.keys(events),
): E {
  return Object.fromEntries(
    Object.entries(events).map(([type, definition]) => [
      type,
      types.includes(type) ? withheld(definition) : definition,
    ]),
  ) as E;
}

const title = { title: z.string() };
type Title = typeof title;

type Always<Fields_, Names> = Names extends readonly (infer Name)[] ? Extract<Name, keyof Fields_> : never;
type Given<F extends Fields, Names extends keyof F> = { [Name in Names]: z.output<F[Name]> } & SomeOf<F>;
type IsUnion<T, Whole = T> = T extends Whole ? ([Whole] extends [T] ? false : true) : never;
type AlwaysSaid<Type> = Type extends { untitled: true } ? never : 'title';

type FieldsOf<D> = D extends Shaped<infer F, unknown> ? F : EventFields;
type TypeOf<D> = D extends Shaped<EventFields, infer Type> ? Type : never;

/** What an event of the type says: exactly where the type is known, some of the subject's fields where it is one of several. */
export type SaidOf<E, Type extends keyof E> =
  true extends IsUnion<Type>
    ? SomeOf<FieldsOf<E[Type]>['said']>
    : Given<
        FieldsOf<E[Type]>['said'],
        Extract<
          | AlwaysSaid<TypeOf<E[Type]>>
          | (TypeOf<E[Type]> extends { says: infer Names }
              ? Always<FieldsOf<E[Type]>['said'], Names>
              : never),
          keyof FieldsOf<E[Type]>['said']
        >
      >;

/** What an event of the type keeps, likewise. */
export type KeptOf<E, Type extends keyof E> =
  true extends IsUnion<Type>
    ? SomeOf<FieldsOf<E[Type]>['kept']>
    : Given<
        FieldsOf<E[Type]>['kept'],
        TypeOf<E[Type]> extends { keeps: infer Names }
          ? Extract<Always<FieldsOf<E[Type]>['kept'], Names>, keyof FieldsOf<E[Type]>['kept']>
          : never
      >;

export function person(personId: string | null | undefined): Audience[] {
  return personId ? [{ kind: 'person', personId }] : [];
}

export function persons(personIds: readonly string[] | undefined): Audience[] {
  return personIds ? [{ kind: 'persons', personIds: [...personIds] }] : [];
}

export function organisation(organisationId: string | null | undefined): Audience[] {
  return organisationId ? [{ kind: 'organisation', organisationId }] : [];
}

export function followersOf(event: Pick<EventFacts, 'subjectKind' | 'subjectId'>): Audience {
  return { kind: 'followers', subjectKind: event.subjectKind, subjectId: event.subjectId };
}

/** Those who follow another thing that the event names. */
export function followersOfOther(subjectKind: string, subjectId: string | null | undefined): Audience[] {
  return subjectId ? [{ kind: 'followers', subjectKind, subjectId }] : [];
}

export function moderatorsOf(event: Pick<EventFacts, 'areaId'>): Audience[] {
  return event.areaId ? [{ kind: 'role', role: 'moderator', areaId: event.areaId }] : [];
}

export const nobody: Audience[] = [{ kind: 'nobody' }];
