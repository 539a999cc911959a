export const ballotDraftReasons = {
  'ballots.draft-too-long': '内容太长，保存不下。请缩短名单或说明。',
  'ballots.too-many-drafts': '您正在写的投票太多了，请先丢弃几份再写新的。',
  'ballots.draft-changed': '内容刚刚有变化，请看过最新的预览再发布。',
  'ballots.draft-unfinished': '还有几步没有填好，请按提示补上。',
  'ballots.nothing-changed': '和现在的投票没有不同，没有可以发布的修改。',
  'ballots.say-why': '请写明为什么修改，至少 4 个字。',
  'ballots.proposal-not-in-review': '有的提案已经不在审核中，不能付诸这次投票。',
};
