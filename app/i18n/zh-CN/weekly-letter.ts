export const weeklyLetter = {
  subject: '本周摘要',
  waits: '【等您办】',
  until: '{day} 前',
  moved: '【您关注的事项】',
  more: '还有 {count} 条，见站内消息：{url}',
  opened: '【新开的投票】',
  'opened-until': '截止 {day}',
  solved: '【本周解决】',
  numbers: '您的社区本周收到诉求 {asked} 件，经反映人确认解决 {solved} 件。',
  change: '修改或停发每周摘要：{url}',
};
