export const reasons = {
  'not-found': 'This was not found. It may have been removed, or the link is wrong.',
  'signed-out': 'Please sign in first.',
  forbidden: 'You are not permitted to do this.',
  invalid: 'Something in the form is not right. Please check it and try again.',
  conflict: 'Somebody has just changed this. Please look at it again and retry.',
  'wrong-state': 'This cannot be done at the present stage.',
  expired: 'The link or its term has run out. Please ask for a new one.',
  'rate-limited': 'Too many requests. Please try again in a few minutes.',
  'too-large': 'What you sent is too large.',

  'http.bad-request': 'The request is malformed.',
  'http.from-another-site':
    'This request did not come from a page of the portal and was refused. Please go back to the portal and try again.',
  'http.fault': 'Something went wrong on our side; it is on record. Please try again later.',
  'http.home': 'To the home page',

  'changed-meanwhile': 'Somebody has just changed this. Please look at it again and retry.',
  'already-decided': 'This has been dealt with already.',
  'confirm-address-first':
    'Please confirm your mail address first: follow the link in the mail you got on registering.',
  'hidden-by-moderators': 'The moderators have hidden this.',
  'not-moderator': 'Only moderators of this area can do this.',
  'sign-in-to-comment': 'Sign in to comment.',
  'unknown-area': 'There is no such area. Please choose again.',
  'unknown-proposal': 'There is no such proposal.',

  'files.not-a-picture': 'Please choose a picture of at most 8 MB (JPEG, PNG, WebP, GIF or AVIF).',
  'files.too-large': 'A file is too large: at most {maximum} MB each.',
  'files.too-many': 'Too many files: at most {maximum} at a time.',

  'identity.wrong-password': 'The mail address or the password is wrong.',
  'identity.wrong-own-password': 'The password is wrong. Please try again.',
  'identity.confirm-first':
    'Please confirm your mail address first: follow the link in the mail you got on registering.',
  'identity.choose-community': 'Please choose the community in which you live.',
  'identity.residence-waiting': 'Your residence is waiting to be verified by the community.',
  'identity.token-expired': 'The link has run out. Please ask for a new one.',
  'identity.administrators-only': 'Only an administrator of the area gives and takes roles.',
  'identity.own-administration': 'You cannot take your own administration away: ask another administrator.',
  'identity.holds-already': 'This person has that role in the area already.',
  'identity.hand-over-first': 'You own an organisation. Please hand it over to somebody else first.',

  'organisations.owners-only': 'Only owners of the organisation can do this.',
  'organisations.no-mandate': 'You have no mandate to act for this organisation, or it is not verified yet.',
  'organisations.code-known': 'An organisation with this credit code is registered already.',
  'organisations.hand-over-first': 'Please hand the organisation over before you leave it.',
  'organisations.is-owner': 'The owner cannot be removed.',
  'organisations.unknown-person': 'There is no such member.',

  'moderation.decide-on-page': 'Open the page of this matter to deal with it.',
  'moderation.already-reported': 'You have reported this already. The moderators will look at it soon.',

  'proposals.draft-of-another': 'This is somebody else’s draft.',
  'proposals.not-author': 'Only the author can edit the proposal.',
  'proposals.text-is-fixed': 'The proposal has moved on, and its text can no longer change.',
  'proposals.not-gathering': 'The proposal is not gathering endorsements at present.',
  'proposals.sign-in-to-endorse': 'Sign in to endorse.',
  'proposals.own-proposal': 'You cannot endorse your own proposal.',
  'proposals.not-answerable': 'This proposal cannot be answered at present.',
  'proposals.merge-into-itself': 'A proposal cannot be merged into itself.',
  'proposals.merge-under-ballot': 'A proposal under a ballot cannot be merged.',
  'proposals.not-mergeable': 'Only a proposal that gathers endorsements or is under review can be merged.',
  'proposals.merge-target-closed': 'Nothing can be merged into that proposal at its present stage.',
  'proposals.merge-undo-over': 'The term for undoing this merge is over.',
  'proposals.merge-moved-on': 'The other proposal has moved on; the merge can no longer be undone.',
  'proposals.wrong-state': 'This cannot be done at the present stage of the proposal.',

  'feedback.not-public': 'This feedback is not public: only its author and those handling it can read it.',

  'feedback.not-author': 'Only its author can withdraw this feedback.',

  'deliberation.too-late-to-edit':
    'A comment can be edited for half an hour; after that, please add another one.',
  'deliberation.not-yours': 'You can only change your own comments.',
  'deliberation.ambiguous-name':
    'Several people here are called “{name}”. Choose whom you mean under “Mention somebody”.',
  'deliberation.not-a-quote': 'These words do not stand in the comment that you answer.',
  'deliberation.not-to-be-read': 'This comment was removed or hidden.',
  'deliberation.own-comment': 'You cannot vote on your own comment.',
  'deliberation.unknown-comment': 'The comment to answer was not found.',

  'ballots.not-organiser': 'Only moderators of this area can run this ballot.',
  'ballots.already-over': 'The ballot is over.',
  'ballots.cancelled': 'The ballot was cancelled.',
  'ballots.closed': 'The ballot is over.',
  'ballots.not-open-yet': 'The ballot has not opened yet.',
  'ballots.sign-in-to-vote': 'Sign in to vote; your choice is kept.',
  'ballots.residence-not-verified':
    'Your residence must be verified before you vote: ask for it in your account.',
  'ballots.not-in-electorate': 'You are not in the electorate of this ballot.',
  'ballots.household-voted': 'Your household has voted: this ballot has one vote for each household.',
  'ballots.unknown-proposal': 'An option names a proposal that does not exist.',
  'ballots.closes-in-past': 'The closing time has passed. Please choose another.',

  'volunteering.act-for-organisation': 'Please choose the organisation for which you act first.',
  'volunteering.organisers-only': 'Only the organisers can do this.',
  'volunteering.in-the-past': 'This time has passed. Please choose another.',
  'volunteering.not-signed-up': 'You have not signed up for this shift.',
  'volunteering.not-started': 'The shift has not started yet.',
  'volunteering.sign-up-over': 'Signing up is over.',
  'volunteering.signed-up-already': 'You have signed up already.',
  'volunteering.started-already': 'The shift has started; you can no longer withdraw.',

  'agreements.act-for-organisation':
    'Please choose the organisation for which you act first: agreements are made between organisations.',
  'agreements.act-for-party':
    'Please choose the organisation for which you act first: only a party to the agreement can do this.',
  'agreements.bad-obligation':
    'Line {line} of the obligations is not in the right form: give the party, what it does, and the date.',
  'agreements.initiator-only': 'Only the organisation that began the agreement can make its text final.',
  'agreements.not-in-force': 'The agreement is not in force yet.',
  'agreements.not-open-for-signing': 'The agreement is not open for signing at present.',
  'agreements.own-party': 'The organisation for which you act must be one of the parties.',
  'agreements.parties-only': 'Only its parties can read the draft of an agreement.',
  'agreements.signed-already': 'The organisation for which you act has signed already.',
  'agreements.text-changed':
    'The text is not the one that you were shown. Please read it again before you sign.',
  'agreements.text-is-frozen': 'The text of the agreement is final and can no longer change.',
  'agreements.unknown-party': 'Please choose at least two different organisations that are verified.',

  'work-orders.closed-already': 'This work order is closed; nothing can be joined to it any more.',
  'work-orders.deadline-in-past': 'The deadline has passed. Please choose another.',
  'work-orders.linked-already': 'This matter has a work order already.',
  'work-orders.not-asked': 'This call-back does not wait for your answer, or you have answered it.',
  'work-orders.number-known': 'This official number is registered already.',
  'work-orders.other-department': 'Another department handles this work order.',
  'work-orders.unknown-department': 'Please choose a department that is verified.',
  'work-orders.unknown-number': 'There is no work order with this number.',
  'work-orders.wrong-state': 'This cannot be done at the present stage of the work order.',

  'statistics.administrators-only': 'Only administrators of the order’s area decide whether it counts.',
  'statistics.whole-portal-only':
    'The formula holds everywhere: only administrators of the whole portal change it.',
  'statistics.excluded-already': 'This work order is excluded from the statistics already.',

  'targets.administrators-only': 'Only administrators of the area set its targets.',
  'targets.not-a-value':
    'For a rate give 0 to 100 with at most one decimal; for a number of orders a whole number.',
  'targets.set-already': 'There is such a target for this year already; please open and change it.',
  'targets.withdrawn-already': 'This target has been withdrawn already.',
  'work-orders.administrators-only': 'Only administrators of the portal may change the deadlines.',
  'work-orders.asked-already': 'This was asked already and is being reviewed.',
  'work-orders.nothing-asked': 'Nothing waits for a decision.',
  'work-orders.assigned': 'This order was assigned by decision: it may not be returned or transferred again.',
  'work-orders.handed-over-often':
    'It was returned or transferred twice: now the level above coordinates it.',
  'work-orders.transfer-first': 'It may still be transferred to another department directly.',
  'work-orders.no-level-above': 'There is no level above.',
  'work-orders.no-level-below': 'There is no level below.',
  'work-orders.no-whistle': 'No whistle is under way.',
  'work-orders.not-below': 'Choose an area below this one.',
  'work-orders.same-department': 'Choose another department.',
  'work-orders.helps-already': 'This department is working on it already.',
  'work-orders.helpers-missing':
    'Helping departments have not reported: wait for them, or until their time is over.',
  'work-orders.changed-meanwhile':
    '{who} acted just before you: {what}. Nothing of yours was done; look at what changed and decide again.',
  'work-orders.changed-by-portal':
    'The order has just changed: {what}. Nothing of yours was done; look at what changed and decide again.',
  'work-orders.bad-holiday-line':
    'Line {line} is not readable: write “2027-01-01..2027-01-03 holiday New Year” or “2027-01-04 workday exchange”, dates of this year, each once.',
  'work-orders.unknown-person': 'There is no account with this address.',
  'organisations.reassign-first': 'This department has {count} open orders: give them to others first.',
  'territory.bad-bounds': 'The bounds must be a GeoJSON Polygon or MultiPolygon with closed rings.',
};
