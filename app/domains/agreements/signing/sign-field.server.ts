import type { Context } from '../../context';
import { portalOnPaper } from '../documents/document-text.server';
import { textIn } from '~/i18n/catalogue';
import { agreementPaper } from '~/i18n/agreement-paper';
import { dateFormat } from '~/lib/formats';
import { authorityText } from '~/platform/crypto/signing-authority.server';
import type { DocumentFont } from '~/platform/pdf/document-font.server';
import { signPdfInThread } from '~/platform/pdf/paper-in-thread.server';
import type { Signed as Stamped } from '~/platform/pdf/paper-work.server';

const t = textIn('zh-CN', agreementPaper);

interface SigningParty {
  name: string;
  creditCode: string;
  signatoryName: string | null;
  signedAt: Date | null;
}

type Signed = { font: DocumentFont; field: string } & ({ party: SigningParty } | { at: Date });

/** Who is certified, and what is drawn into the box. */
async function wordsOf(ctx: Context, given: Signed) {
  const format = dateFormat('zh-CN', {
    ...{ dateStyle: 'medium', timeStyle: 'medium', timeZone: ctx.configuration.timeZone },
  });
  if ('at' in given) {
    const portal = await portalOnPaper(ctx);
    const name = t('seal', { portal });
    const subject = { commonName: name, organisation: portal };
    return {
      subject,
      name,
      reason: t('seal-reason'),
      signedAt: given.at,
      shown: [name, format.format(given.at)],
    };
  }
  const { name: organisation, creditCode, signatoryName, signedAt } = given.party;
  const name = signatoryName ?? '';
  const at = signedAt ?? ctx.clock.now();
  return {
    subject: { commonName: name, organisation, organisationIdentifier: `NTRCN-${creditCode}` },
    ...{ name: `${name}（${organisation}）`, reason: t('sign-reason'), signedAt: at },
    shown: [organisation, name, format.format(at)],
  };
}

/**
 * Signs one field by a key for this act alone, certified by the portal's own authority, in the thread for documents.
 * `timeStampUrl`: empty where none is wanted or it has just been seen to be away.
 */
export async function signField(
  ctx: Context,
  pdf: Uint8Array,
  { timeStampUrl, ...given }: Signed & { timeStampUrl: string },
): Promise<Stamped> {
  const { database, keys, clock } = ctx;
  const authority = await authorityText({ database, keys, named: () => portalOnPaper(ctx) }, clock.now());
  const { subject, ...words } = await wordsOf(ctx, given);
  return signPdfInThread({
    ...{ pdf, authority, subject, timeStampUrl, font: given.font },
    words: { field: given.field, ...words },
  });
}
