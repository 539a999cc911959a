import type { RecordSubject } from './rules/record/ballot-record';

export interface RecordedBallot {
  id: string;
  title: string;
  areaId: string;
  opensAt: Date;
  closesAt: Date;
  options: { id: string; label: string }[];
}

/** What the record says of the ballot: only what never changes after closing, so that its bytes stay the same. */
export function recordSubject(ballot: RecordedBallot): RecordSubject {
  return {
    id: ballot.id,
    title: ballot.title,
    area: ballot.areaId,
    opensAt: ballot.opensAt.toISOString(),
    closesAt: ballot.closesAt.toISOString(),
    labels: Object.fromEntries(ballot.options.map((option) => [option.id, option.label])),
  };
}
