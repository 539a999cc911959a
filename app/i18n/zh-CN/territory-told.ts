export const events = {
  'areas.imported': '导入了 {title} 个区划',
  'map.imported': '导入了地图的 {title} 条线和边界',
  'area.published': '“{title}”公布了网格信息',
};
