import type { Context } from '../context';
import { textIn } from '~/i18n/catalogue';
import { agreementPaper } from '~/i18n/agreement-paper';
import { dateFormat } from '~/lib/formats';
import { signingAuthority } from '~/platform/crypto/signing-authority.server';
import type { DocumentFont } from '~/platform/pdf/document-font.server';
import { signPdf } from '~/platform/pdf/sign-pdf.server';

const t = textIn('zh-CN', agreementPaper);

interface SigningParty {
  name: string;
  creditCode: string;
  signatoryName: string | null;
  signedAt: Date | null;
}

type Signed = { font: DocumentFont; field: string } & ({ party: SigningParty } | { at: Date });

/** Who is certified, and what is drawn into the box. */
function wordsOf(ctx: Context, given: Signed) {
  const format = dateFormat('zh-CN', {
    ...{ dateStyle: 'medium', timeStyle: 'medium', timeZone: ctx.configuration.timeZone },
  });
  if ('at' in given) {
    const name = t('seal');
    const subject = { commonName: name, organisation: t('author') };
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

/** What makes signatures is read when one is made: no start needs it. */
async function signatures() {
  const [{ certifyOneAct }, { signDetached }, { timeStampFrom }] = await Promise.all([
    import('~/platform/crypto/certificates.server'),
    import('~/platform/crypto/sign-detached.server'),
    import('~/platform/crypto/time-stamp.server'),
  ]);
  return { certifyOneAct, signDetached, timeStampFrom };
}

/** Signs one field by a key for this act alone, certified by the portal's own authority. */
export async function signField(ctx: Context, pdf: Uint8Array, given: Signed): Promise<Uint8Array> {
  const { database, configuration, clock } = ctx;
  const { certifyOneAct, signDetached, timeStampFrom } = await signatures();
  const authority = await signingAuthority({ database, dataKey: configuration.dataKey }, clock.now());
  const { subject, ...words } = wordsOf(ctx, given);
  const signer = await certifyOneAct(authority, subject);
  const timeStamp = timeStampFrom(configuration.timeStampUrl);
  return signPdf(
    pdf,
    { field: given.field, ...words },
    {
      font: given.font,
      sign: (bytes) =>
        signDetached(bytes, {
          ...signer,
          chain: [authority.certificate],
          ...(timeStamp ? { timeStamp } : {}),
        }),
    },
  );
}
