export const mails = {
  greeting: '{name}，您好：',
  'confirm-subject': '请确认您的邮箱 · 共治',
  'confirm-body': '感谢您注册共治平台。请在 {hours} 小时内点击下面的链接确认邮箱，之后就可以参与了。',
  'confirm-action': '确认邮箱',
  'reset-password-subject': '设置新密码 · 共治',
  'reset-password-body': '请在 {hours} 小时内点击下面的链接，为您的账号设置新密码。',
  'reset-password-action': '设置新密码',
  'known-subject': '您已经有账户了 · 共治',
  'known-body':
    '有人用这个邮箱在共治平台注册，而您已经有账户。请直接登录；忘了密码的话，可以在 {hours} 小时内点击下面的链接设置新密码。',
  'known-action': '设置新密码',
  'invited-subject': '“{name}”邀请您加入 · 共治',
  'invited-body':
    '“{name}”在共治平台邀请您加入。请在 {days} 天内用这个邮箱注册，登录后打开它的页面即可接受。',
  'invited-action': '注册',
  'not-you': '如果不是您本人操作，请忽略本邮件。',
  'see-it': '查看详情',
  'why-you-get-this': '您收到本邮件，是因为您参与或关注了相关事项。',
  unsubscribe: '不再接收邮件：{url}',
  'digest-more': '还有 {count} 条，请到站内消息查看：{url}',
  'digest-subject': '今日动态（{count} 条）· 共治',
};
