export const events = {
  'areas.imported': '导入了 {title} 个区划',
  'map.imported': '导入了地图的 {title} 条线和边界',
  'census.imported': '导入了 {title} 年的人口数据 {count} 行：{reason}',
  'area.added': '“{title}”设立：{reason}',
  'area.renamed': '“{was}”更名为“{title}”：{reason}',
  'area.published': '“{title}”公布了网格信息',
  'area.closed': '“{was}”并入“{title}”：{reason}',
  'area.reopened': '“{title}”恢复，不再并入“{was}”：{reason}',
};

export const reasons = {
  'territory.administrators-only': '区域的名称由本区域或上级的管理员维护。',
  'territory.same-name': '名称没有变化。',
  'territory.no-code': '这不是区划代码：12 位，或网格的 15 位。',
  'territory.not-below': '这个代码不在这个区域的直接下级。',
  'territory.known-code': '已经有这个代码的区域。',
  'territory.not-closed': '这个区域没有撤并。',
  'territory.closed': '这个区域已经撤并。',
  'territory.closed-into': '这个区域已经并入“{successor}”，请选择它。',
  'territory.other-level': '请选同一级的另一个区域。',
  'territory.held-by-areas': '下面还有 {count} 个区域，请先撤并它们。',
  'territory.held-by-ballots': '还有 {count} 个表决没有结束。',
  'territory.held-by-councils': '还有 {count} 次抽签没有完成。',
};
