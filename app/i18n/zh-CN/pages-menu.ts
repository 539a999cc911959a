export const pagesMenu = {
  about: '关于本站',
  'page.help': '使用帮助',
  'page.privacy': '隐私说明',
  'page.terms': '使用规则',
  'page.imprint': '运营单位和联系方式',
  'page.accessibility': '无障碍说明',
  phone: '电话：',
  mailAddress: '邮箱：',
  address: '地址：',
  register: '注册即表示您已读过：',
};
