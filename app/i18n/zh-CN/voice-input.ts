export const voiceInput = {
  start: '说话代替打字',
  stop: '说完了',
  'said.listening': '正在听，请说。停一停再说，字会接着写在后面。',
  'said.ended': '已停止。请看看写下的字对不对。',
  'said.not-allowed': '浏览器没有得到话筒的许可。可以在地址栏旁边允许，或直接打字。',
  'said.failed': '这次没有听成，可能是网络不好。可以再试，或直接打字。',
  'privacy-title': '谁在听？',
  privacy:
    '声音由您的浏览器变成文字，浏览器的厂商可能会把声音传到他们的服务器。本站收不到声音，也不保存；只有您提交的文字会到本站。',
};
