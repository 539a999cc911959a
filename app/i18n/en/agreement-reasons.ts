export const agreementReasons = {
  'agreements.act-for-organisation':
    'Please choose the organisation for which you act first: agreements are made between organisations.',
  'agreements.too-many-rows': 'This agreement has as many obligations as it may.',
  'agreements.act-for-party':
    'Please choose the organisation for which you act first: only a party to the agreement can do this.',
  'agreements.initiator-only': 'Only the organisation that began the agreement can make its text final.',
  'agreements.not-frozen':
    'The agreement is not waiting for signatures, so it cannot be taken back or withdrawn.',
  'agreements.not-in-force': 'The agreement is not in force yet.',
  'agreements.not-open-for-signing': 'The agreement is not open for signing at present.',
  'agreements.own-party': 'The organisation for which you act must be one of the parties.',
  'agreements.parties-only': 'Only its parties can read the draft of an agreement.',
  'agreements.signed-already': 'The organisation for which you act has signed already.',
  'agreements.text-changed':
    'The text is not the one that you were shown. Please read it again before you sign.',
  'agreements.text-is-frozen': 'The text of the agreement is final and can no longer change.',
  'agreements.unknown-party': 'Please choose at least two different organisations that are verified.',
  'agreements.signed-by-someone': 'Somebody has signed: taking the text back takes all parties.',
  'agreements.countersigned':
    'Two have signed, so one party alone cannot withdraw it: a party that has not signed can decline, and all together can take the text back.',
  'agreements.nobody-signed': 'Nobody has signed: the initiator takes the text back.',
  'agreements.assented-already': 'Your party has agreed already; the others are waited for.',
  'agreements.notice-given': 'Notice has been given already.',
  'agreements.notice-too-short': 'The last day must be {days} days ahead or more.',
  'agreements.ends-before': 'The agreement ends before that day.',
  'agreements.not-over': 'The agreement is not over: draft an amendment instead.',
  'agreements.term-is-over': 'The time for signing is over.',
  'agreements.not-your-turn': 'The parties sign one after the other: it is not your turn yet.',
  'agreements.party-out-of-service':
    'A party is out of service: the text cannot be signed and goes back to the parties.',
  'agreements.name-missing': 'Please give your real name: it stands under the agreement.',
  'agreements.other-side-only': 'This is for another party to the agreement.',
  'agreements.not-overdue': 'The day has not gone by yet.',
  'agreements.nothing-to-pay': 'Nothing is to be paid for this.',
  'agreements.payer-only': 'Only the party that pays can confirm it.',
  'agreements.not-accepted': 'It has not been accepted yet.',
  'agreements.no-such-day': 'There is no such day: please check the date.',
  'agreements.day-is-over': 'This day is over.',
  'agreements.row-party': 'Please choose one of the parties.',
  'agreements.row-what': 'Please say what is done.',
  'agreements.row-amount': 'Please give an amount in yuan, such as 5000 or 5000.50.',
  'agreements.row-payer': 'Please choose another of the parties.',
  'agreements.initiator-stays': 'The organisation that began the agreement stays one of the parties.',
  'agreements.unknown-clause': 'There is no such clause.',
  'agreements.clause-changed': 'The clause has changed since: please propose it anew.',
  'agreements.text-length': 'The text would be too long or too short.',
  'agreements.missing-characters':
    'The font of sealed documents has no shape for {characters}. Please write it otherwise, or have a font configured that has them (DOCUMENT_FONT).',
  'agreements.no-font':
    'This portal has no Chinese font and cannot make sealed documents. Have fonts-noto-cjk installed or DOCUMENT_FONT set; signatures hold all the same.',
  'agreements.document-too-long': 'The text is longer than 300 pages: no sealed document is made.',
  'agreements.too-many-files': 'Ten attachments at most.',
  'agreements.no-file': 'Please choose a file.',
  'agreements.amended-is-over':
    'The agreement that this amends is no longer in force, so the amendment can be neither made final nor signed. Withdraw it and draft a new agreement.',
  'agreements.amendment-parties':
    'An amendment is signed by all parties of the agreement that it amends: please choose each of them. Others may be added.',
  'agreements.signed-for-another':
    'You have signed this agreement for another party. One person cannot act for two sides: please have somebody else of your organisation sign.',
  'agreements.own-report': 'You reported this yourself: please have another representative accept it.',
  'agreements.document-failed':
    'The sealed document could not be made this time; it will be tried again. Signatures hold all the same.',
  'agreements.due-after-end':
    'This day comes after the agreement has ended, when nothing can be reported any more.',
  'agreements.row-is-over': 'The day of obligation {number} is over: change the draft first.',
  'agreements.row-after-end':
    'The day of obligation {number} comes after the last day of the agreement: change the draft first.',
  'agreements.cure-runs': 'The term to make it good is not over yet.',
  'agreements.carried-on': 'The amended agreement goes on with this: please do it there.',
  'agreements.payer-in-service': 'The payer is in service: only it confirms the payment.',
  'agreements.receiver-only': 'Only the party that receives the money can do this.',
  'agreements.altered':
    'The text of this agreement no longer fits its signatures: nothing is accepted or paid by it. Please ask the community to look into it.',
  'agreements.no-time-stamp':
    'The file is sealed and its signatures hold. The time-stamp server did not answer: the time stamp is still to come, the portal tries again.',
  'agreements.comments-only':
    'Your party comments on this draft and does not change it; the party that began it can give more.',
  'agreements.files-not-yours':
    'Your party may not add attachments to this draft; the party that began it can give more.',
  'agreements.files-of-others': 'Only a party that may change the whole text takes attachments off.',
  'agreements.rights-by-initiator':
    'Only the organisation that began the agreement says who may change what.',
  'agreements.no-such-right': 'Please choose one of the options.',
  'agreements.too-many-proposals':
    'Too many changes of your party wait for an answer; please take some back first.',
  'agreements.draft-changed':
    'The draft has changed since; please propose it anew for the draft as it is now.',
};
