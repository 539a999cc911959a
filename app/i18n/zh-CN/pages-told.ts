export const events = {
  'page.saved': '保存了页面“{title}”的第 {version} 版草稿：{reason}',
  'page.published': '平台页面“{title}”发布了第 {version} 版：{reason}',
  'portal.changed': '平台的名称、样子或联系方式有变（第 {version} 版）：{reason}',
  'page.version-withdrawn': '平台页面“{title}”的第 {version} 版已撤下：{reason}',
  'page.withdrawn': '平台页面“{title}”已撤下：{reason}',
};

export const reasons = {
  'pages.officers-only': '平台页面由审核员和管理员起草。',
  'pages.name-taken': '已经有这个地址的页面，请换一个。',
  'pages.contrast-light':
    '在浅色外观里，用这个颜色时文字对比度最低只有 {ratio}∶1，至少要 4.5∶1。请选深一些的颜色。',
  'pages.contrast-dark':
    '在深色外观里，用这个颜色时文字对比度最低只有 {ratio}∶1，至少要 4.5∶1。请选浅一些的颜色。',
  'pages.needed': '这一页是每个平台都要有的，只能改写，不能整页撤下；以前的版本可以逐版撤下。',
  'pages.version-withdrawn': '这一版已撤下，不能再看，也不能再发布。页面的现行版本里列有撤下的理由。',
  'pages.version-holds': '这是现行版本。请先发布另一版，再撤下这一版。',
  'pages.published-already': '这一版已经发布了。',
  'pages.not-published': '这一页没有发布，不用撤下。',
};
