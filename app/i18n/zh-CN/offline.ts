export const offline = {
  'shortcut.report': '反映问题',
  'shortcut.waits': '等我处理的',
  title: '没有网络时能读的',
  'no-network': '现在连不上网络',
  'not-kept': '您要看的这一页没有存在这部设备上，有网络时才能打开。',
  again: '再试一次',
  list: '存下的页面',
  'list-empty': '还没有存下的页面。有网络时看过的公开页面会存下来，没有网络时也能读。',
  'kept-at': '{time}存下',
  'what-is-kept':
    '存下的是最近看过的公开页面，最多 {count} 页，和没有登录的人看到的一样。您自己的页面、登录后才能看的内容从来不存。退出登录时，存下的页面全部删除。',
  'kept-line': '这是{time}存下的页面，现在连不上网络。',
  'kept-line-back': '网络恢复了，您看的还是{time}存下的页面。',
  'see-newest': '看最新的',
  'see-others': '其他存下的页面',
  update: '有新版本，点此更新',
  'update-later': '有新版本。您写的内容还没有发出，先发出吧；到下一页时会自动更新。',
} as const;
