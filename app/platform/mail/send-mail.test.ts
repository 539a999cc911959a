import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { queueMail } from './queue-mail.server';
import { mailHandler } from './send-mail.server';
import { fixedClock } from '../clock';
import { runDueJobs } from '../jobs/worker.server';
import { openLog } from '../log.server';
import { testDatabase } from '../../../tests/setup/database';
import type { TestDatabase } from '../../../tests/setup/database';

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
    queueMail(tx, {
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
    publicUrl: 'https://gongzhi.example',
  });
  const ports = { database: test.database, clock, log: openLog('silent'), owner: 'one', recurring: {} };
  await runDueJobs({ ...ports, handlers: { mail: handler } });
  await runDueJobs({ ...ports, handlers: { mail: handler } });
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(received[0]).toContain('multipart/alternative');
  expect(received[0]).toContain('Auto-Submitted: auto-generated');
  expect((await test.database.read.mail.findFirstOrThrow()).sentAt).not.toBeNull();
  expect((await test.database.read.mail.findFirstOrThrow()).html).toContain('&lt;b&gt;');
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
      queueMail(tx, {
        ...{ recipient: 'gone@example.org', personId: null, unsubscribeUrl: null, at: clock.now() },
        ...{ locale: 'zh-CN' as const, subject: '您好', paragraphs: ['您好'], footer: ['共治'] },
      }),
    );
    const address = server.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const mail = mailHandler({
      ...{ database: test.database, clock, from: 'no-reply@gongzhi.example' },
      ...{ smtpUrl: `smtp://127.0.0.1:${port}`, publicUrl: 'https://gongzhi.example' },
    });
    const ports = { database: test.database, clock, log: openLog('silent'), owner: 'one', recurring: {} };
    await runDueJobs({ ...ports, handlers: { mail } });
    expect(await test.database.read.outboxJob.findFirstOrThrow()).toMatchObject({ state, attempts: 1 });
  },
);
