export const rotation = {
  looking: '正在确认没有进程还在用要作废的 DATA_KEY……',
  dropped: '旧的 DATA_KEY 已经作废：不能再打开本站。新的加密密钥已生成。',
  known: '等待每个进程读到新的加密密钥（约一分钟）……',
  sealing: '正在用新密钥重新加密，本站照常运行。',
  settling: '等待仍在进行的操作结束（约一分钟），然后再核对一遍……',
  table: { one: '{table}：{count} 项', other: '{table}：{count} 项' },
  begun: '新的 DATA_KEY 已经可用，旧的仍然有效。接下来：',
  'next-environment': '1. 在每个进程的环境里把 DATA_KEY 改成新的，逐个重启（包括定时任务、容器和其他主机）。',
  'next-finish': '2. 用新的 DATA_KEY 执行 gongzhi rotate-data-key --finish。',
  'next-keep': '旧的 DATA_KEY 请和当时的备份一起妥善保管：恢复那些备份要用它。备份全部淘汰后再销毁。',
  done: {
    one: '完成：{count} 项已重新加密，没有任何内容是用旧密钥加密的。',
    other: '完成：{count} 项已重新加密，没有任何内容是用旧密钥加密的。',
  },
  unopened: {
    one: '{count} 处看起来是加密内容，但旧密钥打不开，原样保留。',
    other: '{count} 处看起来是加密内容，但旧密钥打不开，原样保留。',
  },
  'back-up-now': '请马上执行 gongzhi backup：更早的备份要用旧的 DATA_KEY 才能恢复。',
  'which-step': '请给出 --key-file（开始更换）或 --finish（完成更换），只能给一个。',
  demo: '这是演示用的密钥，人人知道。请换成自己的：openssl rand -base64 32',
  same: '这就是现在的 DATA_KEY。请生成一个新的：openssl rand -base64 32',
  'in-use':
    '还有进程在用要作废的 DATA_KEY。请检查每台主机上的进程、容器和定时任务是否都已用新的 DATA_KEY 重启，然后再执行一次。什么都没有改动。',
  'old-key': '现在的 DATA_KEY 还是旧的。请设为新的 DATA_KEY 再执行 --finish。什么都没有改动。',
  none: '没有正在进行的更换。请先执行 gongzhi rotate-data-key --key-file。',
  'data-key': '正在更换 DATA_KEY。请先完成：gongzhi rotate-data-key --finish。什么都没有改动。',
  'hash-known': '新的散列密钥已生成。等待每个进程读到它（约一分钟）……',
  'hash-turned': '本站开始用新密钥写入。等待仍在进行的操作结束（约一分钟）……',
  'hash-hashing': '正在根据加密保存的内容重新计算散列，本站照常运行。',
  'hash-table': { one: '{table}：{count} 项', other: '{table}：{count} 项' },
  'hash-remains': {
    one: '{table}：{count} 项仍用旧密钥的散列',
    other: '{table}：{count} 项仍用旧密钥的散列',
  },
  'hash-done': {
    one: '完成：{count} 项散列已用新密钥重新计算。',
    other: '完成：{count} 项散列已用新密钥重新计算。',
  },
  'hash-gone': {
    one: '{count} 个旧密钥已没有任何用处，已经删除。',
    other: '{count} 个旧密钥已没有任何用处，已经删除。',
  },
  'hash-stay': {
    one: '{count} 个旧密钥保留：它散列过的内容只剩散列值。过些时候再执行一次 --tidy：短期记录、表决和名册届时已经清除。',
    other:
      '{count} 个旧密钥保留：它们散列过的内容只剩散列值。过些时候再执行一次 --tidy：短期记录、表决和名册届时已经清除。',
  },
  'hash-back-up': '请马上执行 gongzhi backup。',
  'at-once': '另一个命令也在更换密钥。请等它结束后再执行一次。',
} as const;
