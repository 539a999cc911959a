/** What is wrong with a paper that gives points or ranks, and with what was read from a sheet. */
export const paperReasons = {
  'ballots.points-not-whole': '请填整数点数，不给就留空。',
  'ballots.points-too-many-each': '一个项目最多给 {most}。',
  'ballots.points-over-total': '您分了 {sum} 点，超过了 {total} 点，请减少一些。',
  'ballots.rank-repeated': '这个位次已给了别的项目，请另选一个。',
  'ballots.sheet-points-over-total':
    '各项加起来是 {sum} 点，超过了总数 {total} 点。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
  'ballots.sheet-points-too-many-each':
    '一个项目最多给 {most}。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
  'ballots.sheet-points-not-whole':
    '这里不是整数点数。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
  'ballots.sheet-rank-repeated':
    '这个位次也给了别的项目。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
  'ballots.sheet-score-out-of-range':
    '有分数超出范围。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
  'ballots.sheet-too-many':
    '选的项数超过了上限。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
  'ballots.sheet-too-expensive':
    '所选项目的费用合计超过了每张选票的上限。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
  'ballots.sheet-not-allowed':
    '这样的选票不合规则。请再看一遍选票：录错了就改正；票上确实这样写，就在下面勾选。',
};
