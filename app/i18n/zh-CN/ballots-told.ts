export const events = {
  'ballot.sheet-withdrawn': '“{title}”的 {sheet} 号纸质选票撤回重录',
  'ballot.meeting-recorded': '投票“{title}”的法定表决记录补充或更正了会议信息',
  'detail.changed.meetingKind': '会议类型有改动，见记录',
  'detail.changed.convener': '召集人：{is}（原为：{was}）',
  'detail.changed.meetingPlace': '会议地点：{is}（原为：{was}）',
};

export const reasons = {
  'ballots.no-such-sheet': '没有录入过这个编号的选票。',
  'ballots.no-statutory-record': '这场投票不是法定表决记录，不记会议信息。',
};
