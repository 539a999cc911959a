import type { RecordFacts } from '../policy';

interface RecordRow {
  personId: string;
  confirmedBy: string | null;
  confirmedAt: Date | null;
  objectionAnsweredAt: Date | null;
  objectionAnsweredBy: string | null;
  appealedAt: Date | null;
  appealAnsweredAt: Date | null;
  shift: { opportunity: { organisationId: string; areaId: string } };
}

/** An objection is settled by a correction at the same instant; what was answered otherwise was refused. */
export function recordFacts(row: RecordRow): RecordFacts {
  const { opportunity } = row.shift;
  const { objectionAnsweredAt: answeredAt, confirmedAt } = row;
  const isRefused = answeredAt !== null && answeredAt.getTime() !== confirmedAt?.getTime();
  return {
    ...{ organisationId: opportunity.organisationId, areaId: opportunity.areaId },
    ...{ volunteerId: row.personId, confirmedBy: row.confirmedBy },
    refusedAt: isRefused ? answeredAt : null,
    refusedBy: isRefused ? row.objectionAnsweredBy : null,
    ...{ appealedAt: row.appealedAt, appealAnsweredAt: row.appealAnsweredAt },
  };
}
