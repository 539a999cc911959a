import type { SubjectServer } from '../define-subject.server';
import { heldInLedger } from './held.server';
import { appendToLog } from './log/append-to-log.server';
import { offerToWitnesses } from './log/witnesses.server';
import { ledger } from './subject';
import { publishedEvents } from './published-events.query.server';

/** Entered this often, so that a head stands within seconds of what it is about. */
const everySeconds = 10;

export const ledgerServer: SubjectServer = {
  subject: ledger,
  access: {},
  held: heldInLedger,
  recurring: (ctx) => ({
    'log.append': { everySeconds, run: () => appendToLog(ctx) },
    'log.witness': { everySeconds, run: () => offerToWitnesses(ctx) },
  }),
  published: [publishedEvents],
};
