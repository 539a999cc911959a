/** What is wrong with a paper that gives points or ranks. */
export const paperReasons = {
  'ballots.points-not-whole': '请填整数点数，不给就留空。',
  'ballots.points-too-many-each': '一个项目最多给 {most}。',
  'ballots.points-over-total': '您分了 {sum} 点，超过了 {total} 点，请减少一些。',
  'ballots.rank-repeated': '这个位次已给了别的项目，请另选一个。',
};
