export const events = {
  'meeting.convened': '会议“{title}”已召集',
  'meeting.cancelled': '会议“{title}”已取消',
};

export const reasons = {
  'meetings.not-convener':
    '会议由所在区域的管理人员，或驻在该区域（或上级区域）并已核实的组织召集。请先选择您代表的组织。',
  'meetings.conveners-only': '只有会议的召集方可以进行这项操作。',
  'meetings.over-already': '会议已经结束或取消。',
  'meetings.not-public': '这次会议不公开，只有召集方和受邀者可以查看。',
  'meetings.in-the-past': '开始时间要晚于现在。',
  'meetings.too-long': '一次会议最长 {hours} 小时；更长的请分成几次。',
};
