import { defineLifecycle } from '~/lib/lifecycle';

/**
 * From a draft of all parties, over a text that is frozen and signed, to what is in force and comes to its end. From
 * each state in which something is waited for there is a way out; from each last one the text is taken up as a new
 * draft (`take-up-agreement`), which is another agreement.
 */
export const agreementLifecycle = defineLifecycle({
  initial: 'draft',
  states: ['draft', 'frozen', 'in-force', 'declined', 'withdrawn', 'expired', 'voided', 'ended', 'replaced'],
  transitions: [
    { from: ['draft'], event: 'edit', to: 'draft', by: ['party'] },
    { from: ['draft'], event: 'freeze', to: 'frozen', by: ['initiator'] },
    { from: ['frozen'], event: 'thaw', to: 'draft', by: ['initiator'], requires: ['nobody has signed'] },
    { from: ['frozen'], event: 'thaw-by-all', to: 'draft', by: ['all parties'], requires: ['reason'] },
    {
      from: ['frozen'],
      event: 'return',
      to: 'draft',
      by: ['system'],
      requires: ['a party is out of service'],
    },
    {
      from: ['frozen'],
      event: 'sign',
      to: 'frozen',
      by: ['signatory'],
      requires: ['password', 'mailed code', 'content hash', 'mandate', 'turn'],
    },
    { from: ['frozen'], event: 'complete', to: 'in-force', by: ['system'], requires: ['all have signed'] },
    {
      from: ['frozen'],
      event: 'expire',
      to: 'expired',
      by: ['system'],
      requires: ['the term to sign is over'],
    },
    {
      from: ['draft', 'frozen'],
      event: 'withdraw',
      to: 'withdrawn',
      by: ['party', 'moderator'],
      requires: ['reason', 'no counter-signature, unless a moderator'],
    },
    {
      from: ['draft', 'frozen'],
      event: 'decline',
      to: 'declined',
      by: ['party that has not signed'],
      requires: ['reason'],
    },
    { from: ['in-force'], event: 'void', to: 'voided', by: ['all parties'], requires: ['reason'] },
    { from: ['in-force'], event: 'end', to: 'ended', by: ['all parties'], requires: ['reason'] },
    {
      from: ['in-force'],
      event: 'give-notice',
      to: 'in-force',
      by: ['party'],
      requires: ['reason', 'thirty days'],
    },
    { from: ['in-force'], event: 'lapse', to: 'ended', by: ['system'], requires: ['its last day is over'] },
    {
      from: ['in-force'],
      event: 'replace',
      to: 'replaced',
      by: ['system'],
      requires: ['its amendment is in force'],
    },
  ],
});

/** The payer where there is one in service; a moderator where no other party is. */
const answering = [
  'another party, the payer where there is one in service',
  'moderator, where there is none',
];

/** An obligation, once its agreement is in force: reported with evidence, accepted by another party. */
export const obligationLifecycle = defineLifecycle({
  initial: 'open',
  states: ['open', 'reported', 'breached', 'done'],
  transitions: [
    {
      from: ['open', 'breached'],
      event: 'report',
      to: 'reported',
      by: ['the party that promised'],
      requires: ['evidence'],
    },
    { from: ['reported'], event: 'accept', to: 'done', by: [...answering] },
    { from: ['reported'], event: 'refuse', to: 'open', by: [...answering], requires: ['reason'] },
    {
      from: ['open', 'breached'],
      event: 'breach',
      to: 'breached',
      by: ['another party'],
      requires: ['reason', 'term to cure', 'overdue', 'no term to cure that still runs'],
    },
  ],
});

/** What a party says of a clause: a comment stands as it is, other words for it wait for another party. */
export const clauseNoteLifecycle = defineLifecycle({
  initial: 'open',
  alsoBegins: ['noted'],
  states: ['open', 'noted', 'accepted', 'refused'],
  transitions: [
    { from: ['open'], event: 'accept', to: 'accepted', by: ['another party'] },
    { from: ['open'], event: 'refuse', to: 'refused', by: ['party'] },
  ],
});
