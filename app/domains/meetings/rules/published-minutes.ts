export interface PublishedMinutes {
  id: string;
  kind: string;
  title: string;
  areaId: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  organiser: string | null;
  quorum: number;
  minutes: string;
  seats: readonly { as: string; present: boolean }[];
  decisions: readonly {
    number: number;
    motion: string;
    rule: string;
    presentCount: number;
    votesFor: number;
    votesAgainst: number;
    abstentions: number;
    result: string;
    dueAt: Date | null;
  }[];
  steps: readonly { name: string; due: number | null; present: number | null; votesFor: number | null }[];
}

/**
 * The minutes as they are published: JSON with a fixed order of fields, whose SHA-256 is the fingerprint on the page.
 * People stand in it by their capacity: a name that its owner shows, or takes back, changes nothing in it.
 */
export function textOfMinutes(minutes: PublishedMinutes): string {
  const { id, kind, title, areaId, place, startsAt, endsAt, organiser, quorum } = minutes;
  const decisions = minutes.decisions.map((one) => ({
    ...{ number: one.number, motion: one.motion, rule: one.rule, present: one.presentCount },
    ...{ for: one.votesFor, against: one.votesAgainst, abstentions: one.abstentions, result: one.result },
    due: one.dueAt?.toISOString() ?? null,
  }));
  const steps = minutes.steps.map(({ name, due, present, votesFor }) => ({
    name,
    due,
    present,
    for: votesFor,
  }));
  const seats = minutes.seats.map((seat) => ({ as: seat.as, present: seat.present }));
  return JSON.stringify({
    ...{ format: 'gongzhi-minutes-1', id, kind, title, areaId, place },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), organiser, quorum },
    ...{ seats, minutes: minutes.minutes, decisions, steps },
  });
}
