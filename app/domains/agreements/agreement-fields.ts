import { writeObligations } from './rules/read-obligations';
import type { FieldValues } from '~/lib/form-state';

interface EditedAgreement {
  title: string;
  areaId: string;
  proposalId: string | null;
  body: string;
  parties: readonly { organisationId: string; position: number }[];
  obligations: readonly { organisationId: string; text: string; dueAt: Date | null; position: number }[];
}

const inOrder = <Row extends { position: number }>(rows: readonly Row[]) =>
  [...rows].sort((one, other) => one.position - other.position);

/** A draft as the form shows it, by the names of the fields. Days are those of the zone. */
export function agreementFields(
  agreement: EditedAgreement,
  organisations: Readonly<Record<string, { name: string }>>,
  timeZone: string,
): FieldValues {
  const { title, areaId, proposalId, body } = agreement;
  return {
    title,
    areaId,
    proposalId: proposalId ?? '',
    body,
    partyIds: inOrder(agreement.parties).map((party) => party.organisationId),
    obligations: writeObligations(inOrder(agreement.obligations), organisations, timeZone),
  };
}
