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
  busy: 'The portal is busy: nothing was stored and nothing changed. Please try again in a few seconds.',
  unavailable:
    'The portal can neither read nor store anything just now. Nothing was stored. Please try again in a while.',

  'http.bad-request': 'The request is malformed.',
  'http.from-another-site':
    'This request did not come from a page of the portal and was refused. Please go back to the portal and try again.',
  'http.fault': 'Something went wrong on our side; it is on record. Please try again later.',
  'http.home': 'To the home page',

  'changed-meanwhile': 'Somebody has just changed this. Please look at it again and retry.',
  'document.missing-characters':
    'The font has no shape for these characters: {characters}. Please write them otherwise, or print the page by your browser.',
  'document.no-font':
    'The server has no font for documents: please print the page by your browser, and tell the administrators.',
  'document.too-long': 'This is longer than 300 pages: it is written as no file.',
  'saved-meanwhile':
    'This was saved by somebody else, or in another window, after you had opened it. Nothing of yours was saved yet.',
  'already-decided': 'This has been dealt with already.',
  'confirm-address-first':
    'Please confirm your mail address first: follow the link in the mail you got on registering.',
  'hidden-by-moderators': 'The moderators have hidden this.',
  'not-moderator': 'Only moderators of this area can do this.',
  'sign-in-to-comment': 'Sign in to comment.',
  'unknown-area': 'There is no such area. Please choose again.',
  'unknown-proposal': 'There is no such proposal.',

  'files.empty': 'The file “{name}” is empty: please choose it again, or leave it out.',
  'files.not-a-document':
    'Please choose a picture (at most 8 MB) or a PDF, Word, Excel, PowerPoint or OpenDocument file of at most 10 MB, without macros.',
  'files.not-a-picture':
    'Please choose a picture of at most 8 MB (JPEG, PNG, HEIC, WebP, GIF or AVIF). If one from your phone is not taken, send a screenshot of it.',
  'files.not-the-next-part': 'This part has come already.',
  'files.picture-gone':
    'A picture is no longer there: they are kept for a day until the form is sent. Please remove it and choose it again.',
  'files.too-large': 'A file is too large: at most {maximum} MB each.',
  'files.too-many': 'Too many files: at most {maximum} at a time.',
  'files.too-many-pixels':
    'This picture has too many pixels. Please crop it on your phone, or send a screenshot of it.',
  'files.too-many-waiting':
    'You have sent many pictures without a form: please send the form first, or come back tomorrow.',

  'organisations.owners-only': 'Only owners of the organisation can do this.',
  'organisations.verified-only': 'Once the organisation is verified it can invite members.',
  'organisations.not-refused': 'Only an organisation that was refused is put right and handed in again.',
  'organisations.owner-first':
    'The organisation has no owner: please ask a member first, and bring it back once they have accepted.',
  'organisations.no-invitation': 'This invitation is no longer there.',
  'organisations.no-offer': 'The organisation is not offered to you, or no longer.',
  'organisations.too-many-invitations':
    '{count} invitations wait for an answer. Please take some back first.',
  'volunteering.organiser-inactive': 'The organiser is out of service: nobody can sign up any more.',
  'work-orders.superior-of-own-area':
    'A superior is named by administrators of the area, and of the department where one is chosen.',
  'follow.what-you-read': 'You can follow only what you may read.',
  'feedback.taken-back': 'Its author took this feedback back.',
  'work-orders.not-public':
    'This work order is about a matter that is not public: those who asked and those who work on it read it.',
  'opinions.statement-not-shown': 'This statement is not shown.',
  'organisations.not-verified-yet': 'This organisation is not verified yet.',
  'organisations.no-mandate': 'You have no mandate to act for this organisation, or it is not verified yet.',
  'organisations.code-known': 'An organisation with this credit code is registered already.',
  'organisations.is-owner': 'The owner cannot be removed.',
  'organisations.unknown-person': 'There is no such member.',

  'moderation.decide-on-page': 'Open the page of this matter to deal with it.',
  'moderation.not-concerned': 'Only its author may appeal.',
  'moderation.already-appealed': 'This decision was appealed against already; please wait for the answer.',
  'moderation.appeal-too-late': 'The time to appeal is over.',
  'moderation.may-not-post':
    'You may not post here at present. Your inbox says why, until when, and how to appeal; votes, endorsements and feedback are not touched.',
  'moderation.no-offence': 'It can only be decided for what is hidden still.',
  'moderation.holds-office':
    'This person moderates or administers here: an administrator takes the role back.',
  'moderation.sanction-stands': 'Something was decided for this already; please open it.',
  'moderation.claimed': 'Another moderator works on this now; please look again later.',
  'moderation.not-claimed': 'You have not claimed this.',
  'moderation.no-order': 'No work order is made of matters of this kind.',
  'moderation.needs-own-words': 'It is not public: please make its order from the row, in other words.',
  'moderation.words-too-short': 'It says too little for an order: please make that from the row.',
  'moderation.own-words': 'These are your own words: another moderator decides on the appeal.',
  'moderation.own-decision': 'You took the first decision: another moderator decides on the appeal.',
  'moderation.already-reported': 'You have reported this already. The moderators will look at it soon.',

  'proposals.saved-elsewhere':
    'This was saved in another window after you had opened it. What you wrote is still here: compare it with what is saved now, then save again',
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
  'ballots.opened-already':
    'The ballot has opened: what people vote on stays as it is. It can still be put off or called off.',
  'ballots.roll-stands': 'People stand on the roll of this ballot. Strike them off there first.',
  'ballots.no-entrusting': 'Votes cannot be entrusted in this ballot.',
  'ballots.not-entrusted': 'This vote is not entrusted to you any more.',
  'ballots.entruster-not-elector': 'Whoever entrusted the vote is not in the electorate of this ballot.',
  'ballots.entruster-voted': 'They, or somebody of their household, have voted themselves: that stands.',
  'ballots.entrusted-already': 'You have entrusted this vote already. Take it back first.',
  'ballots.entrusted-often':
    'You have entrusted this vote too often. Please vote yourself, or at the counter.',
  'ballots.entrusted-enough': 'You already vote for as many others as this ballot allows.',
  'ballots.not-for-oneself-entrusted': 'This is your own link: hand it on to the person you trust.',
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
  'ballots.not-staff': 'Only staff of this area and organisers of the ballot can help at the counter.',
  'ballots.no-paper': 'This ballot has no sheets of paper.',
  'ballots.took-paper': 'A sheet of paper was handed out for this vote; it cannot be cast here as well.',
  'ballots.has-voted': 'This person or household has voted.',
  'ballots.not-for-oneself': 'Nobody records an own vote at the counter: please vote with your account.',
  'ballots.sheets-complete': 'All sheets were declared to be in; none can be added.',
  'ballots.sheet-settled-already': 'Two people have read this sheet alike: it is settled.',
  'ballots.sheets-unsettled': '{unsettled} sheets were read once only, or differently by two people.',
  'ballots.too-many-sheets': '{sheets} sheets were entered, but only {taken} were handed out. Please check.',
  'ballots.still-open': 'Sheets can be declared complete once voting is over.',
  'ballots.not-later': 'The new closing must be later than the old one.',
  'ballots.lives-elsewhere': 'Your verified residence lies outside the area of this ballot.',
  'ballots.age-unknown':
    'This ballot asks for an age, and your year of birth is not verified: it is when you ask to verify your residence.',
  'ballots.too-young': 'You have not reached the minimum age of this ballot.',
  'ballots.not-a-member': 'This ballot is for members of certain organisations.',
  'ballots.not-listed': 'This ballot is for a closed list of people; your mail address is not on it.',
  'ballots.will-be-elector': 'You may vote: you will be in the electorate when the ballot opens.',
  'ballots.right-came-too-late':
    'You would be an elector now, but the electorate was frozen when the ballot opened. You can vote the next time.',
  'ballots.unknown-organisation': 'One of the organisations does not exist or is not verified.',
  'ballots.wrong-kind': 'This paper is of another kind of ballot. Please reload the page.',
  'ballots.unknown-option':
    'This paper names an option that the ballot does not have. Please reload the page.',
  'ballots.option-repeated': 'An option was chosen twice.',
  'ballots.too-many': 'You have chosen too many. Please take some out.',
  'ballots.too-expensive': 'Your projects cost more than a paper may. Please take some out.',
  'ballots.score-out-of-range': 'A score is out of range.',
  'ballots.choose-one': 'Please choose one.',
  'ballots.blank-paper': 'You have chosen nothing: do you want to cast an empty paper?',
  'ballots.key-lost':
    'The key file of this ballot is lost, so no more votes can be taken; those cast will be counted. Please tell the organisers.',
  'ballots.import-incomplete':
    'The file was not imported whole, and nothing of it was kept. Please import it again.',
  'ballots.malformed': 'Something on the paper is not right. Please check it.',
  'ballots.too-many-projects': 'Too many projects: at most 2000.',
  'ballots.closes-in-past': 'The closing time has passed. Please choose another.',

  'volunteering.act-for-organisation': 'Please choose the organisation for which you act first.',
  'volunteering.organisers-only': 'Only the organisers can do this.',
  'volunteering.in-the-past': 'This time has passed. Please choose another.',
  'volunteering.not-signed-up': 'You have not signed up for this shift.',
  'volunteering.not-started': 'The shift has not started yet.',
  'volunteering.sign-up-over': 'Signing up is over.',
  'volunteering.signed-up-already': 'You have signed up already.',
  'volunteering.started-already': 'The shift has started; you can no longer withdraw.',

  'volunteering.own-hours':
    'Nobody confirms their own hours: another representative of the organisation or a moderator of the community does.',
  'volunteering.too-many-hours':
    'Hours cannot exceed the shift as far as it is over and half an hour more, nor count twice for shifts at the same time: at most {hours}.',
  'volunteering.reason-for-change':
    'These hours have been confirmed already. Please give the reason for the change.',
  'volunteering.shift-cancelled': 'This shift was cancelled, so no hours can be confirmed for it.',

  'work-orders.closed-already': 'This work order is closed; nothing can be joined to it any more.',
  'work-orders.deadline-in-past': 'The deadline has passed. Please choose another.',
  'work-orders.linked-already': 'This matter has a work order already.',
  'work-orders.not-asked': 'This call-back does not wait for your answer, or you have answered it.',
  'work-orders.other-department': 'Another department handles this work order.',
  'work-orders.unknown-department': 'Please choose a department that is verified.',
  'work-orders.other-district': 'The order and the matter lie in different districts.',
  'work-orders.obligation-not-open': 'This obligation is not in force, or has been met.',
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
  'bridges.administrators-only': 'Only administrators of the area connect other systems.',
  'bridges.endpoint-disabled': 'This address is disabled: enable it first.',
  'bridges.nothing-to-replay': 'There is nothing to send again.',
  'bridges.name-known': 'A system of this name is connected already: choose another name.',
  'bridges.not-json': 'The body of the message is not JSON.',
  'bridges.bad-message': '“{where}” is missing from the message or has no good value.',
  'bridges.headers-missing': 'webhook-id, webhook-timestamp or webhook-signature is missing.',
  'bridges.too-old': 'The timestamp of the message is too old.',
  'bridges.from-the-future': 'The timestamp of the message lies in the future.',
  'bridges.wrong-signature': 'The signature of the message is wrong.',
  'bridges.no-file': 'Choose a file.',
  'bridges.too-many-for-workbook':
    'There are more than {most} orders, too many for one Excel file: choose a smaller area, or download CSV.',
  'bridges.confidential': 'Confidential feedback hangs on this order: it cannot be sent.',
  'bridges.no-service': 'There is no service code for this category yet.',
  'bridges.sent-already': 'This order was sent there already.',
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
  'responsibility.listed-already': 'This area, category and level has an entry: please change that one.',
  'responsibility.no-department': 'No responsibility list names a department: please choose one.',
  'work-orders.merge-itself': 'An order cannot be merged into itself.',
  'work-orders.merge-other-area': 'Orders merge only into an open one of the same district.',
  'work-orders.split-nothing': 'Choose what to split off, and leave at least one matter.',
  'workbench.unknown-place': 'Templates have no place “{place}”. There are: {known}.',
  'workbench.missing-value': 'This order has nothing for “{place}”, so this template cannot be used.',
  'workbench.name-taken': 'The name is taken.',
  'workbench.staff-only': 'The workbench is for moderators and department staff.',
  'organisations.reassign-first': 'This department has {count} open orders: give them to others first.',
  'territory.bad-bounds': 'The bounds must be a GeoJSON Polygon or MultiPolygon with closed rings.',
  'opinions.key-lost':
    'The key of this conversation is missing: nothing can be answered or written now. Please tell whoever runs the portal.',
  'opinions.closed': 'The conversation is over: nothing can be answered or written any more.',
  'opinions.enough-statements': 'Each person may write 20 statements in a conversation.',
  'opinions.said-already': 'The same words stand there already: just answer them.',
  'opinions.too-short': 'A conversation must stay open for an hour at least.',
  'opinions.too-long': 'A conversation stays open for half a year at most.',
  'opinions.not-later': 'The new time must be later than the one it replaces.',
  'reason-needed': 'Please give the reason.',
  'organisations.mandate-expired': 'Your mandate to sign has expired: ask the owner of the organisation.',
  'organisations.mandate-scope': 'Your mandate does not reach to this kind of agreement.',
  'organisations.mandate-limit': 'This is beyond your mandate, which reaches to {yuan} yuan.',
  'organisations.not-named': 'The owner of the organisation has not named you to sign.',
  'organisations.mandate-day': 'Please give today or a later day.',
  'organisations.signatory-acts': 'Only owners and representatives can be named to sign.',
};
