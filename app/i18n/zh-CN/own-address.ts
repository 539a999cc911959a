export const ownAddress = {
  title: '更换邮箱',
  lead: '登录、找回密码和通知都用这个邮箱。填好新邮箱并输入寄到那里的验证码后，才会更换；旧邮箱会收到告知。',
  present: '现在的邮箱',
  new: '新邮箱',
  'new-hint': '已经按旧邮箱列入的封闭名单和邀请不会跟着改，请告诉发起的人。',
  password: '您的密码',
  send: '寄验证码到新邮箱',
  confirm: '输入验证码',
  'sent-to':
    '验证码已寄往 {address}，30 分钟内有效。没有收到的话，请看垃圾邮件；这个邮箱如果已有账号，不会收到验证码。',
  code: '验证码',
  change: '更换邮箱',
  drop: '不换了',
  'flash-sent': '验证码已寄出。',
  'flash-changed': '邮箱已更换，其他设备已退出登录。',
};
