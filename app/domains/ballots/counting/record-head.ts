import { readTerms } from '../organising/terms';
import type { RecordSubject, RollAttendance } from '../rules/record/ballot-record';

export interface RecordedBallot {
  id: string;
  title: string;
  areaId: string;
  opensAt: Date;
  closesAt: Date;
  terms: string;
  options: { id: string; label: string }[];
}

/** What the record says of the ballot: only what never changes after closing, so that its bytes stay the same. */
export function recordSubject(ballot: RecordedBallot): RecordSubject {
  const { meeting, countedAt } = readTerms(ballot.terms);
  return {
    id: ballot.id,
    title: ballot.title,
    area: ballot.areaId,
    opensAt: ballot.opensAt.toISOString(),
    closesAt: ballot.closesAt.toISOString(),
    ...(countedAt !== null && { countedAt }),
    labels: Object.fromEntries(ballot.options.map((option) => [option.id, option.label])),
    ...(meeting && { meeting: { kind: meeting.kind, convener: meeting.convener, place: meeting.place } }),
  };
}

/** Who was due and who took part, where staff keep a roll: null for other electorates, and before the count. */
export function rollAttendance(ballot: {
  electorateKind: string;
  electorateSize: number | null;
  presentCount: number | null;
  rollCorrections: number;
}): RollAttendance | null {
  if (ballot.electorateKind !== 'roll' || ballot.presentCount === null) return null;
  return {
    due: ballot.electorateSize ?? 0,
    present: ballot.presentCount,
    addedAfterOpening: ballot.rollCorrections,
  };
}
