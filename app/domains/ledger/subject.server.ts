import type { SubjectServer } from '../define-subject.server';
import { heldInLedger } from './held.server';
import { ledger } from './subject';

export const ledgerServer: SubjectServer = { subject: ledger, access: {}, held: heldInLedger };
