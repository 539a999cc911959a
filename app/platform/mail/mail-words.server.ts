import { openSealed, seal } from '../crypto/seal.server';
import type { Database, Transaction } from '../db/database.server';

export interface MailWords {
  text: string;
  html: string;
  unsubscribeUrl: string | null;
}

/** The columns of a mail that waits. */
export function sealWords(dataKey: string, words: MailWords): MailWords & { sealed: true } {
  return {
    text: seal(dataKey, words.text),
    html: seal(dataKey, words.html),
    unsubscribeUrl: words.unsubscribeUrl === null ? null : seal(dataKey, words.unsubscribeUrl),
    sealed: true,
  };
}

/** The words of a mail that waits, to be sent; mails of older versions stand in clear. */
export function openWords(dataKey: string, mail: MailWords & { sealed: boolean }): MailWords {
  if (!mail.sealed || mail.text === '') return mail;
  return {
    text: openSealed(dataKey, mail.text),
    html: openSealed(dataKey, mail.html),
    unsubscribeUrl: mail.unsubscribeUrl === null ? null : openSealed(dataKey, mail.unsubscribeUrl),
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
export async function tidyMails(database: Database, dataKey: string, now: Date): Promise<number> {
  const before = new Date(now.getTime() - hoursKept * 3600_000);
  const emptied = await database.transaction((tx) =>
    tx.prisma.mail.updateMany({
      where: { emptiedAt: null, createdAt: { lt: before } },
      data: emptyWords(now),
    }),
  );
  let sealed = 0;
  for (let some = atOnce; some === atOnce; sealed += some)
    some = await database.transaction((tx) => sealSome(tx, dataKey));
  return emptied.count + sealed;
}

async function sealSome(tx: Transaction, dataKey: string): Promise<number> {
  const mails = await tx.prisma.mail.findMany({
    where: { emptiedAt: null, sealed: false },
    take: atOnce,
    select: { id: true, text: true, html: true, unsubscribeUrl: true },
  });
  for (const { id, ...words } of mails)
    await tx.prisma.mail.update({ where: { id }, data: sealWords(dataKey, words) });
  return mails.length;
}
