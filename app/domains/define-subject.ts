import type { EventDefinitions } from './ledger/define-events';
import type { Lifecycle } from '~/lib/lifecycle';
import type { SubjectKind } from '~/paths';

/** True: it can be done with the kind. Else why it cannot. */
export type Offer = true | string;

/** What people can do with things of one kind, wherever on the portal it is offered. */
export interface Offers {
  /** Followed: whoever follows is told of what happens. */
  followed: Offer;
  /** Reported to the moderators as breaking the rules. */
  reported: Offer;
  /** Discussed: comments hang on it. */
  discussed: Offer;
  /** Found by its words in the search. */
  searched: Offer;
  /** Taken up by a work order. */
  ordered: Offer;
  /** Shown with pictures. */
  pictured: Offer;
  /** Given out to programs and as a file, as far as anyone may read it. */
  published: Offer;
}

/** Jobs that an event on a kind writes in its own transaction, with `{ subjectId, eventId }`; done at least once. */
export interface Listener {
  kinds: readonly SubjectKind[];
  job: string;
  /** Only public events are told on. */
  publicOnly?: boolean;
}

/** The pure half of a manifest: what the rest of the house must know of a subject, said once. Runs anywhere. */
export interface Subject {
  name: string;
  /** Its kinds of things; the page of each stands in `paths.ts`, by the same name. */
  kinds: Partial<Record<SubjectKind, Offers>>;
  events: EventDefinitions;
  lifecycles?: Record<string, Lifecycle<string, string>>;
  /** Why something waits in the moderators' queue; decided as `subject.server.ts` says. */
  queueKinds?: readonly string[];
  listeners?: readonly Listener[];
}

/** The offers that are named, and for all others the one reason why there are none. */
export function offersOf(why: string, offers: Partial<Offers> = {}): Offers {
  return {
    followed: why,
    reported: why,
    discussed: why,
    searched: why,
    ordered: why,
    pictured: why,
    published: why,
    ...offers,
  };
}
