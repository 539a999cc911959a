export const organisationChoice = {
  find: '输入名称或统一社会信用代码',
  search: '查找',
  none: '不选',
  found: '找到 {count} 个，请在上面勾选。',
  'found-none': '没有找到“{query}”。请少输入几个字。',
  more: '还有更多，请把名称写得更完整。',
};
