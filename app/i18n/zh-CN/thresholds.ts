export const thresholds = {
  title: '附议人数',
  lead: '提案得到多少人附议，才交给社区答复。最近一级的规定有效；都没有规定的，是 {usual} 人。改动只对之后发布的提案有效。',
  none: '您管理的区域还没有规定。',
  area: '区域',
  count: '附议人数',
  reason: '理由',
  'reason-hint': '会公开',
  set: '规定附议人数',
  drop: '取消规定',
  'drop-title': '取消“{name}”的规定？',
  'flash-set': '已规定。',
  'flash-dropped': '已取消，由上一级的规定代替。',
};
