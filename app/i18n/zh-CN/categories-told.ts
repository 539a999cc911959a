export const events = {
  'category.added': '增加了类别“{title}”：{reason}',
  'category.changed': '类别“{was}”改为“{title}”：{reason}',
  'category.moved': '类别“{title}”的顺序有变动',
  'category.retired': '类别“{title}”停用：{reason}',
  'category.brought-back': '类别“{title}”恢复使用：{reason}',
};

export const reasons = {
  'categories.needed': '这个类别不能停用：没有归类的事项都用它。',
  'categories.retired-already': '这个类别已经停用。',
  'categories.unknown': '没有这个类别，请从列表里选。',
  'categories.retired': '这个类别已停用，请另选一个。',
  'categories.known-code': '这个代码已经用过，请换一个。',
  'categories.known-name': '已经有这个名称的类别。',
  'categories.same-words': '名称和大类都没有变化。',
  'categories.too-many': '最多 {most} 个类别。',
  'categories.at-the-end': '不能再移了，请刷新页面看看现在的顺序。',
};
