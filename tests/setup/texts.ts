import type { TestContext } from './context';
import { askToConfirmPhone, confirmPhone } from '~/domains/identity/index.server';
import { numberOf } from '~/domains/identity/phones/phone-codes.server';

/** An operator who is never called: jobs of text messages stay where they are. */
export const withTexts = { SMS_URL: 'smpp://portal:secret@127.0.0.1:1', SMS_SIGNATURE: '共治' };

/** The words that wait to be sent to a number, newest first. */
export async function textsTo(test: TestContext, number: string): Promise<string[]> {
  const { keys } = test.as('system');
  const rows = await test.database.read.textMessage.findMany({ orderBy: { id: 'desc' } });
  const open = (sealed: string) => (sealed === '' ? '' : keys.open(sealed));
  return rows
    .filter(({ sealedNumber }) => open(sealedNumber) === number)
    .map(({ sealedWords }) => open(sealedWords));
}

/** The six digits in the words of a message. */
export const codeIn = (words: string | undefined): string => /\d{6}/.exec(words ?? '')?.[0] ?? '';

/** Puts a phone on a person's account, by the code that came to it. */
export async function givePhone(test: TestContext, personId: string, typed: string): Promise<void> {
  const ctx = await test.asPerson(personId);
  const number = numberOf(ctx, typed);
  await askToConfirmPhone(ctx, number);
  await confirmPhone(ctx, codeIn((await textsTo(test, number))[0]));
}
