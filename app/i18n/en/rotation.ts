import type { Message } from '../catalogue';
import type { rotation as source } from '../zh-CN/rotation';

export const rotation: Record<keyof typeof source, Message> = {
  looking: 'Looking whether any process still uses the DATA_KEY that is to go …',
  dropped: 'The old DATA_KEY opens the portal no more. A new key to seal by is made.',
  known: 'Waiting until every process knows the new key (about a minute) …',
  sealing: 'Sealing everything anew by it, beside the running portal.',
  settling: 'Waiting for what is under way (about a minute), then looking once more …',
  table: { one: '{table}: {count} text', other: '{table}: {count} texts' },
  begun: 'The new DATA_KEY opens the portal now, and so does the old one. Next:',
  'next-environment':
    '1. Set DATA_KEY to the new one for every process, and start them anew one after the other (also scheduled commands, containers and other hosts).',
  'next-finish': '2. With the new DATA_KEY run gongzhi rotate-data-key --finish.',
  'next-keep':
    'Keep the old DATA_KEY beside the backups of its time: they are restored with it. Destroy it with the last of them.',
  done: {
    one: 'Done: one text was sealed anew; nothing is sealed by the old key.',
    other: 'Done: {count} texts were sealed anew; nothing is sealed by the old key.',
  },
  unopened: {
    one: 'One text looks sealed and does not open by the old key: it was left as it is.',
    other: '{count} texts look sealed and do not open by the old key: they were left as they are.',
  },
  'back-up-now': 'Run gongzhi backup now: older backups need the old DATA_KEY.',
  'which-step': 'Give --key-file (to begin) or --finish (to end), and only one of them.',
  demo: 'This is the demo’s key, which everyone knows. Make one of your own: openssl rand -base64 32',
  same: 'This is the DATA_KEY that holds. Make a new one: openssl rand -base64 32',
  'in-use':
    'A process still uses the DATA_KEY that is to go. See that the processes, containers and scheduled commands of every host are started anew with the new one, and run this again. Nothing was changed.',
  'old-key': 'DATA_KEY is still the old one. Set it to the new one for --finish. Nothing was changed.',
  none: 'No change of DATA_KEY is under way. Begin with gongzhi rotate-data-key --key-file.',
  'data-key':
    'DATA_KEY is being changed. End that first: gongzhi rotate-data-key --finish. Nothing was changed.',
  'hash-known': 'A new hashing key is made. Waiting until every process knows it (about a minute) …',
  'hash-turned': 'The portal writes by it now. Waiting for what is under way (about a minute) …',
  'hash-hashing': 'Hashing anew what lies sealed, beside the running portal.',
  'hash-table': { one: '{table}: {count} hash', other: '{table}: {count} hashes' },
  'hash-remains': {
    one: '{table}: {count} hash by an older key',
    other: '{table}: {count} hashes by older keys',
  },
  'hash-done': {
    one: 'Done: one hash is by the new key.',
    other: 'Done: {count} hashes were made anew by the new key.',
  },
  'hash-gone': {
    one: 'One older key finds nothing any more and was forgotten.',
    other: '{count} older keys find nothing any more and were forgotten.',
  },
  'hash-stay': {
    one: 'One older key stays, since only hashes are left of what it hashed. Call this with --tidy some time later: what lives for minutes, ballots and rolls will be gone then.',
    other:
      '{count} older keys stay, since only hashes are left of what they hashed. Call this with --tidy some time later: what lives for minutes, ballots and rolls will be gone then.',
  },
  'hash-back-up': 'Run gongzhi backup now.',
  'at-once': 'Another command changes the key at the same time. Run this again when it has ended.',
};
