import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWords, tidyMails } from './mail-words.server';
import { queueMail } from './queue-mail.server';
import { renderMail } from './render-mail';
import { mailHandler } from './send-mail.server';
import { fixedClock } from '../clock';
import { DatabaseFault } from '../db/database-fault';
import { runDueJobs } from '../jobs/worker.server';
import { openLog } from '../log.server';
import { looseKeys } from '../../../tests/setup/keys';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';

const publicUrl = 'https://gongzhi.example';
const keys = looseKeys();
const portal = () => ({
  ...{ configuration: { publicUrl }, keys, database: test.database },
  subjects: { portalName: () => Promise.resolve('沙市“一家亲”') },
});
let test: TestDatabase;
let server: SMTPServer;
let received: string[];

beforeEach(async () => {
  test = await testDatabase();
  received = [];
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
});
afterEach(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await test.dispose();
});

it('sends a mail once over SMTP, as text and HTML, with one-click unsubscribe', async () => {
  const clock = fixedClock(new Date('2026-11-24T08:00:00Z'));
  await test.database.transaction((tx) =>
    queueMail(tx, portal(), {
      recipient: 'li@example.org',
      personId: null,
      unsubscribeUrl: 'https://gongzhi.example/unsubscribe/x',
      at: clock.now(),
      locale: 'zh-CN',
      subject: '您的提案已通过',
      paragraphs: ['<b>您好</b>'],
      footer: ['共治'],
    }),
  );
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const handler = mailHandler({
    database: test.database,
    clock,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'no-reply@gongzhi.example',
    named: (locale) => Promise.resolve(locale === 'en' ? '' : 'Shashi'),
    ...{ publicUrl, keys },
  });
  const ports = { database: test.database, clock, log: openLog('silent'), owner: 'one', recurring: {} };
  const waiting = await test.database.read.mail.findFirstOrThrow();
  expect(JSON.stringify(waiting)).not.toMatch(/unsubscribe\/x|您好/);
  expect(openWords(keys, waiting).html).toContain('&lt;b&gt;');
  expect(openWords(keys, waiting).html).toContain('>沙市“一家亲”</p>');
  await runDueJobs({ ...ports, handlers: { mail: handler } });
  await runDueJobs({ ...ports, handlers: { mail: handler } });
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(received[0]).toContain('From: Shashi <no-reply@gongzhi.example>');
  expect(received[0]).toContain('multipart/alternative');
  expect(received[0]).toContain('Auto-Submitted: auto-generated');
  expect((await test.database.read.mail.findFirstOrThrow()).sentAt).not.toBeNull();
  expect(await test.database.read.mail.findFirstOrThrow()).toMatchObject({
    text: '',
    html: '',
    unsubscribeUrl: null,
    subject: '您的提案已通过 · 沙市“一家亲”',
  });
});

it('sends once what the mail server took while the database failed over', async () => {
  const clock = fixedClock(new Date('2026-11-24T08:00:00Z'));
  const mail = { recipient: 'li@example.org', locale: 'zh-CN', subject: '确认', html: '<p>x</p>', text: 'x' };
  await test.database.transaction((tx) =>
    tx.prisma.mail.create({ data: { ...mail, id: 'one', createdAt: clock.now() } }),
  );
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  let failures = 2;
  const failingOver: typeof test.database = {
    ...test.database,
    transaction: (work) =>
      failures-- > 0
        ? Promise.reject(new DatabaseFault('away', 'The primary is gone'))
        : test.database.transaction(work),
  };
  const smtpUrl = `smtp://127.0.0.1:${port}`;
  const handler = mailHandler({
    database: failingOver,
    clock,
    smtpUrl,
    from: 'Town <a@gongzhi.example>',
    named: () => Promise.resolve('Shashi'),
    ...{ publicUrl, keys },
  });
  await handler({ mailId: 'one' });
  await handler({ mailId: 'one' });
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('From: Town <a@gongzhi.example>');
});

it('empties what waited for too long, and seals what an older version left in clear', async () => {
  const now = new Date('2026-11-24T08:00:00Z');
  const old = { recipient: 'li@example.org', locale: 'zh-CN', subject: '确认', html: '<p>/confirm/abc</p>' };
  await test.database.transaction(async (tx) => {
    for (const [id, days] of [
      ['waits', 1],
      ['dead', 9],
    ] as const)
      await tx.prisma.mail.create({
        data: { ...old, id, text: '/confirm/abc', createdAt: new Date(now.getTime() - days * 86_400_000) },
      });
  });
  await tidyMails(test.database, keys, now);
  const mails = await test.database.read.mail.findMany({ orderBy: { id: 'asc' } });
  expect(JSON.stringify(mails)).not.toContain('/confirm/');
  expect(mails.map((mail) => openWords(keys, mail).text)).toEqual(['', '/confirm/abc']);
});

it('makes a link of nothing but the portal’s own addresses, whoever wrote it', () => {
  const { text, html, subject } = renderMail(
    {
      locale: 'zh-CN',
      subject: '领奖 www.evil.example',
      paragraphs: [
        '您好，领奖 http://evil.example/x https://gongzhi.example@evil.example/y evil.example/z，',
        '见 https://gongzhi.example/proposals/1',
      ],
      footer: ['ftp://evil.example'],
    },
    { name: '门户 www.evil.example', publicUrl },
  );
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    'https://gongzhi.example/proposals/1',
  ]);
  expect(`${subject}${text}${html}`).not.toMatch(/evil\.example|:\/\/evil/);
});

it.each([
  [550, 'dead'],
  [451, 'waiting'],
] as const)(
  'tries again after a refusal for now, and not after one for good: %s',
  async (responseCode, state) => {
    const clock = fixedClock(new Date('2026-11-24T08:00:00Z'));
    server.onRcptTo = (_address, _session, done) =>
      done(Object.assign(new Error('No such mailbox'), { responseCode }));
    await test.database.transaction((tx) =>
      queueMail(tx, portal(), {
        ...{ recipient: 'gone@example.org', personId: null, unsubscribeUrl: null, at: clock.now() },
        ...{ locale: 'zh-CN' as const, subject: '您好', paragraphs: ['您好'], footer: ['共治'] },
      }),
    );
    const address = server.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const mail = mailHandler({
      ...{ database: test.database, clock, from: 'no-reply@gongzhi.example' },
      ...{ smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl, keys },
    });
    const ports = { database: test.database, clock, log: openLog('silent'), owner: 'one', recurring: {} };
    await runDueJobs({ ...ports, handlers: { mail } });
    expect(await test.database.read.outboxJob.findFirstOrThrow()).toMatchObject({ state, attempts: 1 });
  },
);
