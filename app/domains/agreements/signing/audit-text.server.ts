import type { Context } from '../../context';
import { markOf, portalOnPaper, sealField } from '../documents/document-text.server';
import type { HeldAgreement } from '../move-agreement.server';
import { hasKey, textIn } from '~/i18n/catalogue';
import { agreementPaper } from '~/i18n/agreement-paper';
import { dateFormat } from '~/lib/formats';
import type { Block } from '~/platform/pdf/document-blocks';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';

const t = textIn('zh-CN', agreementPaper);

const timeIn = (timeZone: string) => {
  const format = dateFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'long', timeZone });
  return (date: Date) => format.format(date);
};

const wordOf = (key: string) => (hasKey(agreementPaper, key) ? t(key) : key);

type Timed = (date: Date) => string;

function signatureBlocks({ parties }: HeldAgreement, time: Timed): Block[] {
  return parties
    .filter((party) => party.signedAt)
    .sort((one, other) => Number(one.signedAt) - Number(other.signedAt))
    .map(({ name, creditCode, signatoryName, nameFrom, mandate, signedAt, signedHash }) => ({
      kind: 'pairs',
      rows: [
        [t('audit-party'), t('party-name', { name, creditCode })],
        [t('audit-signatory'), `${signatoryName ?? ''}（${wordOf(`name.${nameFrom ?? 'stated'}`)}）`],
        [t('audit-mandate'), wordOf(`mandate.${mandate ?? ''}`)],
        [t('audit-time'), signedAt ? time(signedAt) : ''],
        [t('audit-proof'), t('audit-proof-words')],
        [t('audit-hash'), signedHash ?? ''],
      ],
    }));
}

async function trailBlocks(ctx: Context, agreement: HeldAgreement, time: Timed): Promise<Block[]> {
  const { id: agreementId, version, parties } = agreement;
  const acts = await ctx.database.read.agreementAct.findMany({
    where: { agreementId, version },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
  });
  const nameOf = (id: string) => parties.find((party) => party.organisationId === id)?.name ?? '';
  return acts.map(({ act, organisationId, createdAt, device }, at) => ({
    ...{ kind: 'item', mark: `${at + 1}.`, depth: 0 },
    text: `${time(createdAt)}  ${nameOf(organisationId)}  ${wordOf(`act.${act}`)}  ${printable(device)}`,
  }));
}

/** Who opened, read and signed this version, when and by which program, and by which right; with the hashes of both texts. */
export async function auditOf(
  ctx: Context,
  agreement: HeldAgreement,
  sealedHash: string,
): Promise<WrittenDocument> {
  const { id, version, contentHash, frozenAt, inForceAt } = agreement;
  const time = timeIn(ctx.configuration.timeZone);
  const portal = await portalOnPaper(ctx);
  const title = t('audit-title', { title: agreement.title });
  const facts: Block = {
    kind: 'pairs',
    rows: [
      [t('number'), `${id}（${t('version', { version })}）`],
      [t('audit-frozen'), frozenAt ? time(frozenAt) : ''],
      [t('audit-in-force'), inForceAt ? time(inForceAt) : ''],
      [t('audit-text-hash'), contentHash ?? ''],
      [t('audit-file-hash'), sealedHash],
    ],
  };
  return {
    ...{ title, language: 'zh-CN', author: portal, keywords: markOf('audit', agreement) },
    ...{ footer: t('footer', { id, version }), createdAt: inForceAt ?? ctx.clock.now() },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      facts,
      { kind: 'heading', level: 2, text: t('audit-signatures') },
      ...signatureBlocks(agreement, time),
      { kind: 'heading', level: 2, text: t('audit-trail') },
      ...(await trailBlocks(ctx, agreement, time)),
      { kind: 'signature', field: sealField, lines: [t('seal', { portal })] },
      { kind: 'paragraph', small: true, text: t('kind-of-signature') },
    ],
  };
}

/** What programs say of themselves may hold anything: signs that no font has are left out. */
const printable = (device: string) => device.replaceAll(/[^\x20-\x7e]/g, '');
