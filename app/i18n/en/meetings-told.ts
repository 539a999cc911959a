import type { events as sourceOfEvents, reasons as sourceOfReasons } from '../zh-CN/meetings-told';

export const events: Record<keyof typeof sourceOfEvents, string> = {
  'meeting.convened': 'The meeting “{title}” is convened; those invited say whether they come',
  'meeting.changed': 'The meeting “{title}” has changed. It was: {was}; it is: {is}',
  'meeting.cancelled': 'The meeting “{title}” was cancelled',
  'meeting.begun': 'The meeting “{title}” began',
  'meeting.invited': 'You are invited to the meeting “{title}”; please say whether you come',
  'meeting.uninvited': 'The invitation to the meeting “{title}” was taken back',
  'meeting.answered': 'An answer came to the invitation to “{title}”',
  'meeting.minutes-laid': 'Please approve the minutes of “{title}”, or say what you object to',
  'meeting.objected': 'Somebody objects to the minutes of “{title}”',
  'meeting.minutes-returned': 'The minutes of “{title}” are being corrected; please approve them again then',
  'meeting.published': 'The minutes of “{title}”, approved by those present, are published',
  'meeting.decision-taken-up': 'Decision {number} of the meeting “{title}” is being carried out',
  'meeting.made-public': 'What the meeting “{title}” decided was made public',
  'meeting.decision-done': 'Decision {number} of the meeting “{title}” is done',
};

export const reasons: Record<keyof typeof sourceOfReasons, string> = {
  'meetings.not-convener':
    'Meetings are convened by those who moderate the area, or by a verified organisation with its seat there or above. Choose first for which organisation you act.',
  'meetings.conveners-only': 'Only who convened the meeting can do this.',
  'meetings.over-already': 'The meeting is over or cancelled.',
  'meetings.is-cancelled': 'The meeting is cancelled: nothing is recorded or decided any more.',
  'meetings.not-begun': 'The meeting has not begun. Press “Open the meeting” on its page first.',
  'meetings.in-session': 'The meeting has begun: this cannot be changed any more.',
  'meetings.too-early': 'The meeting does not begin before its time.',
  'meetings.not-public': 'This meeting is not public: only its conveners and those invited can read of it.',
  'meetings.in-the-past': 'The beginning must be later than now.',
  'meetings.too-far': 'A meeting is convened for the next two years at most.',
  'meetings.too-long': 'A meeting takes {hours} hours at most; divide what takes longer.',
  'meetings.unknown-organisation': 'One of the organisations is not there, not verified or out of service.',
  'meetings.no-organisation-named':
    'No organisation in service is named “{name}”. Please write the full name as it was verified, or the unified social credit code.',
  'meetings.several-named':
    'Several organisations are named “{name}”; please write the unified social credit code.',
  'meetings.one-responsible': 'Either choose who is responsible from the list or type a name, not both.',
  'meetings.nobody-invited':
    'Nobody is invited yet: there is no meeting to open. Invite somebody under “Invitations and agenda” first.',
  'meetings.too-many-seats': 'A meeting has {most} seats at most.',
  'meetings.quorum-above-invited': 'The quorum cannot be above the number of seats (now {seats}).',
  'meetings.invited-already': 'All of these are invited already.',
  'meetings.not-invited': 'This is neither your seat nor that of an organisation that gave you a mandate.',
  'meetings.not-your-name':
    'The name at this seat is not yours: whoever bears it decides whether it stands there.',
  'meetings.answer-too-late': 'The meeting has begun or is cancelled: it is too late to answer.',
  'meetings.agenda-full': 'The agenda is full; convene another meeting.',
  'meetings.unknown-item': 'There is no such page, or you may not read it.',
  'meetings.item-there': 'This is on the agenda already.',
  'meetings.unknown-seat': 'The list names a seat that is not of this meeting; please reload the page.',
  'meetings.objector-stays':
    'A seat that objected to the minutes was taken: it cannot be left out of the list of those present.',
  'meetings.below-decision':
    'Decision {number} was voted on with {present} seats taken: the list cannot name fewer, and whoever left before the end was present. Strike that decision first if it was recorded wrongly.',
  'meetings.no-quorum':
    '{present} seats are taken and {quorum} are needed: a decision would not be valid. Record who is there first, or meet another day.',
  'meetings.votes-above-present': 'There cannot be more votes than people present.',
  'meetings.too-many-decisions': 'There are too many decisions for one meeting; convene another.',
  'meetings.unknown-responsible': 'Choose somebody who has a seat, or an organisation that is in service.',
  'meetings.due-before-meeting': 'The due date cannot be before the meeting.',
  'meetings.has-decided':
    'The meeting has decided and cannot be cancelled. Finish the minutes; a decision recorded wrongly can be struck first.',
  'meetings.nobody-present': 'Nobody is recorded as present yet.',
  'meetings.no-minutes': 'The minutes are empty; please write them first.',
  'meetings.not-in-approval': 'The minutes are not up for approval.',
  'meetings.was-not-present': 'Minutes are approved by those who were there; this seat was empty.',
  'meetings.altered':
    'What stands in the database does not fit the fingerprint: no file is made of it. Please tell the moderators.',
  'meetings.not-published': 'Decisions are carried out and settled once the minutes are published.',
  'meetings.not-carried': 'This motion was not carried.',
  'meetings.no-parties':
    'The organisation for which you act neither convened this meeting nor sat there, or there is no other to agree with. Choose first for which organisation you act.',
  'meetings.no-agreement-in-force':
    'This was not decided on an agreement in force of which your organisation is a party.',
  'meetings.in-minutes-already': 'This step stands in the minutes already.',
  'meetings.taken-up-already': 'This decision is being carried out already.',
  'meetings.done-already': 'This decision is done already.',
  'meetings.step-in-future': 'The time cannot be later than now.',
  'meetings.count-needed': 'Please give the number.',
  'meetings.present-above-due': 'More cannot have come than were due.',
  'meetings.step-before-missing': 'Please record the step before first.',
  'meetings.step-before-later': 'The time cannot be before that of the step before.',
};
