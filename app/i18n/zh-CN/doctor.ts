export const doctor = {
  fine: '没有发现问题。',
  count: { one: '{count} 处错误，{warnings} 处提醒。', other: '{count} 处错误，{warnings} 处提醒。' },
  fault: '错误',
  warning: '提醒',
  configuration: '配置有误：{detail}',
  'demo-secret': '{name} 还是演示用的密钥，人人知道。请换成自己的：openssl rand -base64 32',
  'demo-mode': 'DEMO_MODE 已打开：任何人一键就能以任何身份登录。正式站请去掉。',
  'no-public-url': '没有设 PUBLIC_URL：邮件里的链接会指向 {url}。请设为居民访问的网址。',
  'no-tls': 'PUBLIC_URL 是 {url}：没有 https，密码会明文传输，也不能用通行密钥。请在前面加带证书的代理。',
  'bare-address': 'PUBLIC_URL 用的是 IP 地址：浏览器不允许在上面用通行密钥。请用域名。',
  'path-in-url': 'PUBLIC_URL 里有路径 {path}：本站只能放在网址的根上。',
  'no-proxy':
    'PUBLIC_URL 是 https，而 TRUST_PROXY 是 0：所有访客会被当成同一个网络地址来限流。前面有几层代理就设几。',
  'open-proxy':
    'TRUST_PROXY 是 {count}，但 HOST 是 {host}：绕过代理直接访问的人可以伪造自己的网络地址。请只监听本机。',
  'not-writable': '{name}（{path}）不能写：{detail}',
  'open-folder': '{name}（{path}）别的用户也能读。请执行 chmod 700。',
  'bucket-fails': 'FILES_S3 的存储不能写：{detail}',
  'no-database': '连不上数据库：{detail}',
  'not-migrated': '数据库还缺 {count} 次升级。请执行 gongzhi migrate。',
  'other-data-key': 'DATA_KEY 和这个数据库最近一次加密用的不是同一个：加密的内容打不开。请换回那一个。',
  'two-data-keys':
    '正在更换 DATA_KEY：新旧两个都能打开本站。请用新的密钥重启每个进程，再执行 gongzhi rotate-data-key --finish。',
  'rotation-unfinished':
    '更换 DATA_KEY 中途停下了：还有内容是用旧密钥加密的。请再次执行 gongzhi rotate-data-key --finish。',
  'no-mail': '没有设 SMTP_URL：不会寄出任何邮件，注册的人无法确认邮箱。',
  'mail-fails': '邮件服务器不接受：{detail}',
  'mail-from': 'MAIL_FROM 还是示例地址 {from}：邮件会被当成垃圾邮件。',
  'clock-behind': '时钟比最近一条记录（{newest}）慢了 {minutes} 分钟。请校准时钟。',
  'clock-ahead':
    '最近一条记录是 {newest}，而时钟是 {now}：差了 {days} 天。如果时钟是对的，执行 gongzhi confirm-clock。',
  'no-log-key': '公开日志的密钥不见了：请放回 {file}',
  'other-log-key': '{file} 不是这个日志开始时的密钥。',
  'log-name': '公开日志以 {log} 为名，而 PUBLIC_URL 是 {host}：见证方仍按原名核对。',
  'no-backup': '还没有做过备份。请安排每天执行 gongzhi backup。',
  'old-backup': '最近一次备份是 {at}，已经 {days} 天。请检查定时任务。',
  'dead-jobs': '有 {count} 个任务多次失败后停下，最近的是 {kind}：{detail}',
};
