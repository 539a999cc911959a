export const orderMessages = {
  title: '通过平台联系',
  'lead-staff':
    '写给提诉求的人，对方在平台上收到并回复；双方都看不到对方的姓名、电话和邮箱。往来随工单保存。',
  'lead-asker': '经办人员通过平台联系您；您看不到对方的联系方式，对方也看不到您的。往来随工单保存。',
  nobody: '这张工单没有可以在平台上联系的人',
  'nobody-hint': '来电的人请从工单页面用电话联系。',
  'with-asker': '第 {number} 位提诉求的人',
  'with-office': '您和经办人员',
  none: '还没有往来。',
  'from-asker': '提诉求的人',
  'from-office': '经办人员',
  body: '内容',
  'body-hint': '请不要写电话、邮箱等联系方式。',
  send: '发送',
  'office-begins': '经办人员写来以后，您可以在这里回复。',
  flash: '已发送，对方会收到通知。',
  link: '通过平台联系提诉求的人',
};
