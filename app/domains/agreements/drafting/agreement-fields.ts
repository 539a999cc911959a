import { obligationFields } from '../rules/obligation-rows';
import type { FieldValues } from '~/lib/form-state';
import { dayIn } from '~/lib/time/days';

export interface EditedAgreement {
  title: string;
  areaId: string;
  proposalId: string | null;
  body: string;
  template: string;
  signingOrder: string;
  signDays: number;
  endsAt: Date | null;
  parties: readonly { organisationId: string; position: number }[];
  obligations: readonly {
    organisationId: string;
    text: string;
    dueAt: Date | null;
    amountFen: bigint | null;
    payerId: string | null;
    position: number;
  }[];
}

const inOrder = <Row extends { position: number }>(rows: readonly Row[]) =>
  [...rows].sort((one, other) => one.position - other.position);

/** A draft as the form shows it, by the names of the fields. Days are those of the zone. */
export function agreementFields(agreement: EditedAgreement, timeZone: string): FieldValues {
  const { title, areaId, proposalId, body, template, signingOrder, signDays, endsAt } = agreement;
  return {
    title,
    areaId,
    proposalId: proposalId ?? '',
    body,
    template,
    signingOrder,
    signDays: String(signDays),
    endsOn: endsAt ? dayIn(endsAt, timeZone) : '',
    partyIds: inOrder(agreement.parties).map((party) => party.organisationId),
    ...obligationFields(inOrder(agreement.obligations), timeZone),
  };
}
