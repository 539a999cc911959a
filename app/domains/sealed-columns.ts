import type { SealedTable } from '~/platform/keys/reseal.server';

const inRowsOf = (table: string, ...columns: string[]): SealedTable => ({ table, key: 'id', columns });

/**
 * Every column in which something lies sealed by the portal's keys, alone or within a longer text (jobs, acts done once).
 * What is missing here could not be opened any more after the next rotation: a test goes through the schema, and through
 * rows of every kind.
 */
export const sealedColumns: readonly SealedTable[] = [
  inRowsOf('Ballot', 'sealedSecret', 'sealedDrawSecret'),
  inRowsOf('BallotDraft', 'sealedFields'),
  inRowsOf('RollLine', 'sealedPerson'),
  inRowsOf('ExternalRequest', 'sealedReporter'),
  inRowsOf('ExternalUpdate', 'sealedSender'),
  inRowsOf('WebhookEndpoint', 'secret', 'oldSecret'),
  inRowsOf('InboundSource', 'secret', 'oldSecret'),
  inRowsOf('InboundMessage', 'payload'),
  inRowsOf('Open311Target', 'apiKey'),
  inRowsOf('Council', 'sealedSecret'),
  inRowsOf('CouncilCandidate', 'sealedFeatures'),
  inRowsOf('ResidenceVerification', 'sealedAddress'),
  inRowsOf('Mail', 'text', 'html', 'unsubscribeUrl'),
  inRowsOf('TextMessage', 'sealedNumber', 'sealedWords'),
  { table: 'ConfirmedPhone', key: 'personId', columns: ['sealedNumber'] },
  {
    table: 'ConfirmedIdentity',
    key: 'personId',
    columns: ['sealedName', 'sealedNumber', 'sealedGuardian'],
  },
  { table: 'PhoneCode', key: 'tokenHash', columns: ['sealedNumber'] },
  inRowsOf('SigningMandate', 'sealedName'),
  inRowsOf('Opportunity', 'sealedContact'),
  inRowsOf('ShiftGuest', 'sealedName'),
  inRowsOf('SignUp', 'sealedAnswers'),
  inRowsOf('VolunteerCertificate', 'sealedContent'),
  inRowsOf('RewardClaim', 'sealedCode'),
  inRowsOf('WorkOrderCaller', 'sealedContact'),
  inRowsOf('CareNeed', 'sealedWords', 'sealedReason'),
  inRowsOf('CareTask', 'sealedTask', 'sealedRecord', 'sealedObjection', 'sealedAnswer'),
  inRowsOf('CareContest', 'sealedWords', 'sealedAnswer'),
  inRowsOf('PushDevice', 'sealedKeys'),
  inRowsOf('OutboxJob', 'payload'),
  { table: 'DoneAct', key: 'key', columns: ['result'] },
  { table: 'KeptValue', key: 'name', columns: ['value'] },
];
