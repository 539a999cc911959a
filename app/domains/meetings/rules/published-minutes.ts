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
    responsibleKind: string | null;
    responsibleId: string | null;
  }[];
  steps: readonly {
    name: string;
    due: number | null;
    present: number | null;
    votesFor: number | null;
    heldAt: Date | null;
    content: string;
  }[];
}

/** The first named neither who is responsible nor when a step was held and what came of it. */
export type MinutesFormat = 'gongzhi-minutes-1' | 'gongzhi-minutes-2';

/**
 * The minutes as they are published: JSON with a fixed order of fields, whose SHA-256 is the fingerprint on the page.
 * People stand in it by their capacity: a name that its owner shows, or takes back, changes nothing in it. A text of
 * an earlier format is made again in that.
 */
export function textOfMinutes(
  minutes: PublishedMinutes,
  format: MinutesFormat = 'gongzhi-minutes-2',
): string {
  const whole = format !== 'gongzhi-minutes-1';
  const { id, kind, title, areaId, place, startsAt, endsAt, organiser, quorum } = minutes;
  const decisions = minutes.decisions.map((one) => ({
    ...{ number: one.number, motion: one.motion, rule: one.rule, present: one.presentCount },
    ...{ for: one.votesFor, against: one.votesAgainst, abstentions: one.abstentions, result: one.result },
    due: one.dueAt?.toISOString() ?? null,
    ...(whole && { responsible: one.responsibleKind === 'organisation' ? one.responsibleId : null }),
  }));
  const steps = minutes.steps.map(({ name, due, present, votesFor, heldAt, content }) => ({
    ...{ name, due, present, for: votesFor },
    ...(whole && { held: heldAt?.toISOString() ?? null, content }),
  }));
  const seats = minutes.seats.map((seat) => ({ as: seat.as, present: seat.present }));
  return JSON.stringify({
    ...{ format, id, kind, title, areaId, place },
    ...{ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), organiser, quorum },
    ...{ seats, minutes: minutes.minutes, decisions, steps },
  });
}
