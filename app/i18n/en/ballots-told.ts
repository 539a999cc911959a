import type * as source from '../zh-CN/ballots-told';

export const events: Record<keyof typeof source.events, string> = {
  'ballot.sheet-withdrawn': 'Sheet {sheet} of “{title}” was taken back, to be entered anew',
  'ballot.meeting-recorded': 'The statutory record of “{title}” says more of its meeting, or was corrected',
  'detail.changed.meetingKind': 'Kind of meeting changed, see the record',
  'detail.changed.convener': 'Convener: {is} (before: {was})',
  'detail.changed.meetingPlace': 'Place of the meeting: {is} (before: {was})',
};

export const reasons: Record<keyof typeof source.reasons, string> = {
  'ballots.no-such-sheet': 'No sheet was entered under this number.',
  'ballots.no-statutory-record': 'This ballot is no statutory record: it says nothing of a meeting.',
};
