import type { agreementDrafting as source } from '../zh-CN/agreement-drafting';

export const agreementDrafting: Record<keyof typeof source, string> = {
  'rights-title': 'Who may change what',
  'rights-lead':
    'This is about those who act for a party (owners and representatives); its other members can write under “Settling the clauses”. A proposed change enters the text once all other parties have accepted it.',
  'right-initiator': 'began it',
  'right.whole':
    'changes the whole text and the attachments by itself, but for clauses that another party alone words.',
  'right.own':
    'changes the clauses that it alone words and its own obligations by itself, and adds attachments; proposes all else.',
  'right.propose': 'changes nothing by itself; proposes changes.',
  'right.comment': 'comments on clauses, and accepts or refuses what others propose.',
  'right-short.whole': 'Changes the whole text',
  'right-short.own': 'Changes its own part',
  'right-short.propose': 'Proposes changes',
  'right-short.comment': 'Comments only',
  'right-clauses': 'Clauses that it alone words: {clauses}',
  'right-own.whole':
    'Your party changes the whole text by itself. Where you change a clause that another party alone words, your change is put to the other parties and enters the text once all have accepted.',
  'right-own.own':
    'Your party changes the clauses that it alone words and its own obligations by itself. Whatever else you change is put to the other parties and enters the text once all have accepted.',
  'right-own.propose':
    'What you change in the draft is put to the other parties and enters the text once all have accepted.',
  'right-own.comment':
    'Your party comments on clauses, and accepts or refuses what others propose; it does not change the draft.',
  'right-own.none': 'To change the draft or to answer a change, first choose the party for which you act.',
  'rights-set': 'Set who may change what',
  'rights-clause': 'Who words it',
  'rights-clause-all': 'By the rights of each party',
  'rights-save': 'Save',
  'proposed-drafts': 'Changes that parties propose',
  'decided-drafts': 'Changes that were answered',
  'proposed-difference': 'What it changes',
  'accepted-by': 'Accepted by: {names}',
  'waits-for': 'Still asked: {names}',
  'proposal-outdated': 'The draft has changed since; please propose it anew for the draft as it is now.',
  'note-take-back': 'Take back',
};
