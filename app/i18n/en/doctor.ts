import type { Message } from '../catalogue';
import type { doctor as source } from '../zh-CN/doctor';

export const doctor: Record<keyof typeof source, Message> = {
  fine: 'Nothing is wrong.',
  count: { one: 'One fault, {warnings} to look at.', other: '{count} faults, {warnings} to look at.' },
  fault: 'Fault',
  warning: 'Look at',
  configuration: 'The configuration is wrong: {detail}',
  'demo-secret': '{name} is the demo’s, which everyone knows. Set one of your own: openssl rand -base64 32',
  'demo-mode': 'DEMO_MODE is on: one click signs anyone in as anybody. Take it out where real people come.',
  'no-public-url':
    'PUBLIC_URL is not set: links in mails lead to {url}. Set it to the address that people use.',
  'no-tls':
    'PUBLIC_URL is {url}: without https passwords travel in clear, and there are no passkeys. Put a proxy with a certificate in front.',
  'bare-address': 'PUBLIC_URL is a bare address: browsers allow no passkeys there. Use a name.',
  'path-in-url': 'PUBLIC_URL has the path {path}: the portal stands at the root of an address only.',
  'no-proxy':
    'PUBLIC_URL is https, and TRUST_PROXY is 0: limits take all visitors for one. Set it to the number of proxies in front.',
  'open-proxy':
    'TRUST_PROXY is {count}, and HOST is {host}: whoever comes past the proxy makes up a network address. Listen on the own machine only.',
  'not-writable': '{name} ({path}) cannot be written: {detail}',
  'open-folder': '{name} ({path}) can be read by other users: chmod 700.',
  'bucket-fails': 'The store of FILES_S3 cannot be written: {detail}',
  'no-database': 'The database cannot be reached: {detail}',
  'not-migrated': 'The database lacks {count} migrations: run gongzhi migrate.',
  'other-data-key':
    'DATA_KEY is not the one with which this database was sealed last: what is sealed cannot be opened. Put that one back.',
  'two-data-keys':
    'DATA_KEY is being changed: the old one and the new one both open the portal. Start every process anew with the new one, then run gongzhi rotate-data-key --finish.',
  'rotation-unfinished':
    'A change of DATA_KEY was broken off: something is still sealed by the old key. Run gongzhi rotate-data-key --finish again.',
  'hash-rotation-unfinished':
    'A change of the hashing key was broken off. Run gongzhi rotate-hash-key again.',
  'log-taken-back':
    'The database is older than the public log: a head of {count} entries was signed that it does not hold ({file}), and nothing more is signed. Most likely an old backup was put back: find a newer database.',
  'no-ballot-keys': {
    one: 'The key of {count} ballot that takes votes is missing, and nobody can vote. Put back the files of {path}.',
    other:
      'The keys of {count} ballots that take votes are missing, and nobody can vote. Put back the files of {path}.',
  },
  'plain-identity-service':
    'IDENTITY_SERVICE_URL is not https: names and numbers of documents can be read on the way.',
  'no-identity-key': 'IDENTITY_SERVICE_KEY is not set: the identity service cannot tell who asks.',
  'no-mail': 'SMTP_URL is not set: no mail is sent, and nobody who registers can confirm the address.',
  'mail-fails': 'The mail server refuses: {detail}',
  'mail-from': 'MAIL_FROM is still the example {from}: mails will be taken for spam.',
  'sms-account': 'The operator of text messages does not know the user or password in SMS_URL: {detail}',
  'sms-fails': 'The operator of text messages cannot be reached by SMS_URL: {detail}',
  'sms-signature':
    'SMS_SIGNATURE is not set: operators in China pass on no text message without a registered signature.',
  'clock-behind': 'The clock is {minutes} minutes behind the newest record ({newest}). Set it right.',
  'clock-ahead':
    'The newest record is of {newest}, and the clock says {now}: {days} days later. If the clock is right, run gongzhi confirm-clock.',
  'no-log-key': 'The key of the public log is missing: put back {file}',
  'other-log-key': '{file} is not the key with which the log was begun.',
  'log-name':
    'The public log goes by the name {log}, and PUBLIC_URL is {host}: witnesses go on checking by the old name.',
  'bad-witness': 'LOG_WITNESSES names {key}, which is no key of a witness: it is not asked.',
  'witness-away': 'The witness {name} has not cosigned the newest head of the public log: {detail}',
  'no-backup': 'No backup was made yet. Let gongzhi backup run every day.',
  'old-backup': 'The newest backup is of {at}, {days} days ago. Look at what should make it.',
  'dead-jobs': '{count} jobs have failed for good, the newest is {kind}: {detail}',
};
