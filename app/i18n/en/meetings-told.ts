import type { events as sourceOfEvents, reasons as sourceOfReasons } from '../zh-CN/meetings-told';

export const events: Record<keyof typeof sourceOfEvents, string> = {
  'meeting.convened': 'The meeting “{title}” was convened',
  'meeting.cancelled': 'The meeting “{title}” was cancelled',
};

export const reasons: Record<keyof typeof sourceOfReasons, string> = {
  'meetings.not-convener':
    'Meetings are convened by those who moderate the area, or by a verified organisation with its seat there or above. Choose first for which organisation you act.',
  'meetings.conveners-only': 'Only who convened the meeting can do this.',
  'meetings.over-already': 'The meeting is over or cancelled.',
  'meetings.not-public': 'This meeting is not public: only its conveners and those invited can read of it.',
  'meetings.in-the-past': 'The beginning must be later than now.',
  'meetings.too-long': 'A meeting takes {hours} hours at most; divide what takes longer.',
};
