import type { TestContext } from './context';
import { openWords } from '~/platform/mail/mail-words.server';

/** The mails to an address, newest first, as their reader gets them. */
export async function mailsTo(test: TestContext, recipient: string) {
  const { keys } = test.as('system');
  const mails = await test.database.read.mail.findMany({ where: { recipient }, orderBy: { id: 'desc' } });
  return mails.map((mail) => ({ ...mail, ...openWords(keys, mail) }));
}

/** The tokens of the links in the mails to an address, newest first. */
export async function mailedTokens(
  test: TestContext,
  recipient: string,
  path: 'confirm' | 'reset-password',
): Promise<string[]> {
  const mails = await mailsTo(test, recipient);
  return mails.flatMap(({ text }) => new RegExp(`/${path}/(\\S+)`).exec(text)?.[1] ?? []);
}
