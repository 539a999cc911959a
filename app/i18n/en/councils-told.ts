import type { events as sourceOfEvents, reasons as sourceOfReasons } from '../zh-CN/councils-told';

export const events: Record<keyof typeof sourceOfEvents, string> = {
  'council.founded': 'The council by lot “{title}” was founded, with {seats} seats',
  'council.changed': 'The council by lot “{title}” has changed',
  'council.invited-by-lot':
    'For “{title}” {invited} of {residents} residents were drawn and asked whether they would sit; seed: {seed}',
  'council.invited': 'The lot fell on you: please say whether you would sit on “{title}”',
  'council.volunteered': 'Would sit on “{title}”',
  'council.declined': 'Would not sit on “{title}”',
  'council.quotas-changed': 'The bounds of “{title}” have changed. They were: {was}; they are: {is}',
  'council.listed':
    'The list of draw {draw} for “{title}” is published: {people} people, {panels} panels of {seats} seats; fingerprint {sha256}; the seed comes from: {source}',
  'council.source-changed': 'The seed of “{title}” comes from elsewhere. It was: {was}; it is: {is}',
  'council.drawn':
    'Draw {draw} for “{title}”: seed {seed}, line {line} of {panels} is drawn (the first is 0); fingerprint of the list {sha256}',
  'council.seat-drawn': 'You were drawn for “{title}”: please say whether you take the seat',
  'council.seat-accepted': 'Takes a seat on “{title}”',
  'council.seat-vacant': 'A seat on “{title}” fell vacant; it will be drawn anew by the same rule',
  'council.seated': 'The {seats} members of “{title}” have taken their seats',
  'council.closed': 'The work of “{title}” is done',
  'council.cancelled': 'The council by lot “{title}” was cancelled',
  'council.lapsed':
    'The council by lot “{title}” was cancelled: its time was over before a council was drawn',
  'council.auditor-named': 'You are asked to audit “{title}”: you can check how it is drawn',
  'council.pool-read': 'An auditor read the features stated for “{title}” (draw {draw})',
};

export const reasons: Record<keyof typeof sourceOfReasons, string> = {
  'councils.not-organiser': 'Councils are founded and organised by those who moderate the area.',
  'councils.not-inviting': 'Nobody has been invited yet.',
  'councils.not-listed': 'The list is not published yet.',
  'councils.listed-already': 'The list is published: this cannot be changed any more.',
  'councils.drawn-already': 'The council is drawn: this cannot be changed any more.',
  'councils.over': 'This council is closed or cancelled.',
  'councils.day-is-over': 'The last day for volunteers is over.',
  'councils.day-to-come':
    'The list is published after the last day for volunteers: whoever sees it could else still join.',
  'councils.nothing-to-draw': 'There are no seats to draw now.',
  'councils.no-list': 'No list waits for its draw.',
  'councils.event-to-come': 'The event that gives the seed is still to come.',
  'councils.event-is-over': 'The event that gives the seed must be still to come.',
  'councils.still-asked': 'Somebody who was drawn has not answered yet, or a list waits for its draw.',
  'councils.nobody-accepted': 'Nobody has taken a seat yet.',
  'councils.seed-is-known':
    'The seed may be known by now: a council that could be cancelled now could be drawn until somebody likes it. Please draw.',
  'councils.not-invited': 'The lot did not fall on you this time.',
  'councils.nothing-to-withdraw': 'There is nothing you could withdraw now.',
  'councils.not-drawn': 'There is no seat here that you could take or give up.',
  'councils.auditor-organises': 'Those who organise a council cannot audit it.',
  'councils.not-auditor': 'Stated features are for the auditors of this council alone.',
  'councils.quotas-form':
    'Line {line}, “{word}”, cannot be read. Please write “feature | value | least | most”, with whole numbers.',
  'councils.quotas-word':
    'Line {line}: “{word}” cannot be used. Please take words of at most 40 characters that begin with a letter or digit and hold no comma, semicolon or quotation mark.',
  'councils.quotas-bounds': 'Line {line}: the least of “{word}” is above the most.',
  'councils.quotas-twice': 'Line {line}: “{word}” stands there already.',
  'councils.quotas-reserved': 'Line {line}: “{word}” is a column of the files; please take another word.',
  'councils.quotas-too-many':
    'There may be 10 features and 200 values at most; with “{word}” there are more.',
  'councils.quotas-never-fit':
    'The leasts of “{word}” are together above the seats, or the mosts below them: no people could ever meet that.',
  'councils.quotas-one-value':
    '“{word}” has one value only, which tells nobody apart; please give two at least.',
  'councils.in-the-past': 'The last day cannot be before today.',
  'councils.term-too-early': 'The term must end after the last day for volunteers.',
  'councils.too-far': 'That is too far ahead.',
  'councils.list-too-long': 'With so many seats the list can have {most} lines at most.',
  'councils.only-bounds':
    'People were asked by these features: only least and most can change, not features, values or their order.',
  'councils.nothing-changed': 'Nothing has changed.',
  'councils.nobody-to-invite': 'There are no residents left to invite.',
  'councils.too-many-invited': 'At most {most} people are invited to one council.',
  'councils.value-missing': 'Please choose your “{feature}”.',
  'councils.nobody-volunteered': 'Nobody has volunteered yet.',
  'councils.too-few-answers':
    'So few answers, or so few that are new since the last check, would single people out: quotas are checked against five volunteers at least, and again when five more have answered.',
  'councils.check-is-old': 'Something has changed since the check; please check again.',
  'councils.no-balls': 'Balls can draw from a list of 10, 100, 1000 or 10000 panels only.',
  'councils.no-panel':
    'No panel meets all quotas. Why, and the smallest changes that help, stand under “Check the quotas”.',
  'councils.no-panel-untold':
    'No panel meets all quotas. So few people, or so few others than at the last check, would be singled out by the reasons: please give the quotas more room.',
  'councils.source-named-already':
    'Another event was named after the time of one had passed. That is so once: whoever may go on choosing could draw until they like it.',
  'councils.reckoned-already':
    'Chances and list of this council are being reckoned. Please look again in a minute.',
  'councils.others-reckoned':
    'Other councils are being reckoned: nothing was changed. Please try again in a minute.',
  'councils.reckoned-too-long':
    'Reckoning took too long, and was ended. Fewer lines of the list, or features with fewer values, take less.',
  'councils.not-balls': 'Please write down each digit that was drawn, as many as the list needs.',
  'councils.no-such-account': 'There is no account with this address.',
  'councils.too-many-auditors': 'There are {most} auditors at most.',
};
