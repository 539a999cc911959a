import type { Database, Transaction } from '../db/database.server';
import type { PortalKeys } from '../keys/portal-keys.server';

export interface MailWords {
  text: string;
  html: string;
  unsubscribeUrl: string | null;
}

/** The columns of a mail that waits. */
export function sealWords(keys: PortalKeys, words: MailWords): MailWords & { sealed: true } {
  return {
    text: keys.seal(words.text),
    html: keys.seal(words.html),
    unsubscribeUrl: words.unsubscribeUrl === null ? null : keys.seal(words.unsubscribeUrl),
    sealed: true,
  };
}

/** The words of a mail that waits, to be sent; mails of older versions stand in clear. */
export function openWords(keys: PortalKeys, mail: MailWords & { sealed: boolean }): MailWords {
  if (!mail.sealed || mail.text === '') return mail;
  return {
    text: keys.open(mail.text),
    html: keys.open(mail.html),
    unsubscribeUrl: mail.unsubscribeUrl === null ? null : keys.open(mail.unsubscribeUrl),
  };
}

/**
 * The columns of a mail whose words are gone: that it was sent, to whom and about what, stays. Of which events a mail of
 * several told matters only while it waits.
 */
export const emptyWords = (at: Date) => ({
  ...{ text: '', html: '', unsubscribeUrl: null, eventIds: null },
  emptiedAt: at,
});

/** Longer than the longest link is valid, and than a mail is tried. */
const hoursKept = 96;
const atOnce = 100;

/** Empties what waited for too long, as where no mail server is set up, and seals what an older version left in clear. */
export async function tidyMails(database: Database, keys: PortalKeys, now: Date): Promise<number> {
  const before = new Date(now.getTime() - hoursKept * 3600_000);
  const emptied = await database.transaction((tx) =>
    tx.prisma.mail.updateMany({
      where: { emptiedAt: null, createdAt: { lt: before } },
      data: emptyWords(now),
    }),
  );
  let sealed = 0;
  for (let some = atOnce; some === atOnce; sealed += some)
    some = await database.transaction((tx) => sealSome(tx, keys));
  return emptied.count + sealed;
}

async function sealSome(tx: Transaction, keys: PortalKeys): Promise<number> {
  const mails = await tx.prisma.mail.findMany({
    where: { emptiedAt: null, sealed: false },
    take: atOnce,
    select: { id: true, text: true, html: true, unsubscribeUrl: true },
  });
  for (const { id, ...words } of mails)
    await tx.prisma.mail.update({ where: { id }, data: sealWords(keys, words) });
  return mails.length;
}
