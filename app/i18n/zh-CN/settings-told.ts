/** What administrators set by page, and what offices are told of it. */
export const events = {
  'proposal.threshold-set': '这里的提案要得到 {count} 人附议才交给社区答复：{reason}',
  'ballot.list-missing':
    '“{title}”开始了：名单上 {listed} 个邮箱中有 {count} 个没有可以投票的账号，没有列入选民',
};

export const reasons = {
  'organisations.certificates-not-open': '登记证书只有审核员和本组织的人可以查看。',
  'proposals.administrators-only': '附议人数由区域的管理员规定。',
  'work-orders.bad-hours': '工作时间要写成 09:00-12:00,13:30-17:30 这样：先后相接、不重叠。',
};
