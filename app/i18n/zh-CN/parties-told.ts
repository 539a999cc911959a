export const events = {
  'agreement.change-agreed': '{organisation}同意合作协议“{title}”第 {clause} 条的修改，还等其他各方',
  'agreement.draft-proposed': '{organisation}对合作协议“{title}”的草案提出修改',
  'agreement.draft-agreed': '{organisation}同意合作协议“{title}”草案的修改，还等其他各方',
  'agreement.draft-accepted': '各方都接受了合作协议“{title}”草案的修改',
  'agreement.draft-refused': '{organisation}没有接受合作协议“{title}”草案的修改',
  'agreement.ends-soon': '合作协议“{title}”将于 {day} 到期，请决定是否续签',
  'agreement.rights-set': '{organisation}设置了合作协议“{title}”草案由谁改什么',
  'agreement.party-followed': '合作协议“{title}”的草案里，{organisation}换成了接续它的{by}',
  'agreement.party-merged': '合作协议“{title}”的{organisation}并入了{by}，请各方签一份修订换上新名称',
  'organisation.corrected': '“{title}”的信息有更正',
  'organisation.merged': '“{title}”并入了“{other}”',
  'organisation.absorbed': '“{other}”并入了“{title}”',
};

export const reasons = {
  'organisations.administrators-only': '只有两个组织所在区域的系统管理员可以合并。',
  'organisations.merge-itself': '请选择另一个组织。',
  'organisations.merge-into-verified': '保留的组织要通过核实、正在活动。',
  'organisations.merge-same-kind': '两个组织的类型不同，不能合并。',
};
