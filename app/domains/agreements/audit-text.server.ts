import type { Context } from '../context';
import { markOf, sealField } from './document-text.server';
import type { HeldAgreement } from './move-agreement.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { agreementPaper } from '~/i18n/agreement-paper';
import type { Block } from '~/platform/pdf/document-blocks';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';

const t = textIn('zh-CN', agreementPaper);

const timeIn = (timeZone: string) => {
  const format = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'long', timeZone });
  return (date: Date) => format.format(date);
};

const wordOf = (key: string) => (hasKey(agreementPaper, key) ? t(key) : key);

/** Who opened, read and signed this version, when and by which program, and by which right; with the hashes of both texts. */
export async function auditOf(
  ctx: Context,
  agreement: HeldAgreement,
  sealedHash: string,
): Promise<WrittenDocument> {
  const { id, version, title, contentHash, frozenAt, inForceAt } = agreement;
  const time = timeIn(ctx.configuration.timeZone);
  const acts = await ctx.database.read.agreementAct.findMany({
    where: { agreementId: id, version },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
  });
  const nameOf = (organisationId: string) =>
    agreement.parties.find((party) => party.organisationId === organisationId)?.name ?? '';
  const signed = agreement.parties
    .filter((party) => party.signedAt)
    .sort((one, other) => Number(one.signedAt) - Number(other.signedAt));
  const signatures = signed.map((party): Block => ({
    kind: 'pairs',
    rows: [
      [t('audit-party'), t('party-name', { name: party.name, creditCode: party.creditCode })],
      [
        t('audit-signatory'),
        `${party.signatoryName ?? ''}（${wordOf(`name.${party.nameFrom ?? 'stated'}`)}）`,
      ],
      [t('audit-mandate'), wordOf(`mandate.${party.mandate ?? ''}`)],
      [t('audit-time'), party.signedAt ? time(party.signedAt) : ''],
      [t('audit-proof'), t('audit-proof-words')],
      [t('audit-hash'), party.signedHash ?? ''],
    ],
  }));
  const trail = acts.map(({ act, organisationId, createdAt, device }, at): Block => ({
    ...{ kind: 'item', mark: `${at + 1}.`, depth: 0 },
    text: `${time(createdAt)}  ${nameOf(organisationId)}  ${wordOf(`act.${act}`)}  ${printable(device)}`,
  }));
  return {
    title: t('audit-title', { title }),
    language: 'zh-CN',
    author: t('author'),
    keywords: markOf('audit', agreement),
    footer: t('footer', { id, version }),
    createdAt: inForceAt ?? ctx.clock.now(),
    blocks: [
      { kind: 'heading', level: 1, text: t('audit-title', { title }) },
      {
        kind: 'pairs',
        rows: [
          [t('number'), `${id}（${t('version', { version })}）`],
          [t('audit-frozen'), frozenAt ? time(frozenAt) : ''],
          [t('audit-in-force'), inForceAt ? time(inForceAt) : ''],
          [t('audit-text-hash'), contentHash ?? ''],
          [t('audit-file-hash'), sealedHash],
        ],
      },
      { kind: 'heading', level: 2, text: t('audit-signatures') },
      ...signatures,
      { kind: 'heading', level: 2, text: t('audit-trail') },
      ...trail,
      { kind: 'signature', field: sealField, lines: [t('seal')] },
      { kind: 'paragraph', small: true, text: t('kind-of-signature') },
    ],
  };
}

/** What programs say of themselves may hold anything: signs that no font has are left out. */
const printable = (device: string) => device.replaceAll(/[^\x20-\x7e]/g, '');
