import type { ReadContext } from '../../context';
import { DomainError } from '../../domain-error';
import type { HeldAgreement } from '../move-agreement.server';
import { clausesOf } from '../rules/clauses';
import { yuanOf } from '../rules/obligation-rows';
import { hasKey, textIn } from '~/i18n/catalogue';
import { agreementPaper } from '~/i18n/agreement-paper';
import { dayIn } from '~/lib/time/days';
import type { Block } from '~/platform/pdf/document-blocks';
import { blocksOfMarkdown } from '~/platform/pdf/document-blocks';
import { findDocumentFont, missingCharacters } from '~/platform/pdf/document-font.server';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';
import { wordsOfDocument } from '~/platform/pdf/write-pdf.server';
import { paths } from '~/paths';

/** Documents are in the language of the law, whatever the reader's. */
const t = textIn('zh-CN', agreementPaper);

const inOrder = <Row extends { position: number }>(rows: readonly Row[]) =>
  [...rows].sort((one, other) => one.position - other.position);

/** The name of a party's field: names of fields are ASCII. */
export const fieldOfParty = (position: number) => `party-${position + 1}`;
export const sealField = 'seal';

/** By which a file is known as one of the portal's, in its properties. */
export const markOf = (kind: string, { id, version }: { id: string; version: number }) =>
  `gongzhi-${kind}:${id}:${version}`;

type Frozen = Omit<HeldAgreement, 'contentHash'> & { contentHash: string | null };

function obligationBlocks(agreement: Frozen, timeZone: string): Block[] {
  const name = (id: string) => agreement.parties.find((party) => party.organisationId === id)?.name ?? '';
  const rows = inOrder(agreement.obligations);
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('obligations') },
    ...rows.map(({ organisationId, text, dueAt, amountFen, payerId }, at): Block => {
      const parts = [
        `${name(organisationId)}：${text}`,
        ...(dueAt ? [t('due', { day: dayIn(dueAt, timeZone) })] : []),
        ...(amountFen === null ? [] : [t('amount', { yuan: yuanOf(amountFen) })]),
        ...(payerId ? [t('paid-by', { name: name(payerId) })] : []),
      ];
      return { kind: 'item', mark: `${at + 1}.`, text: parts.join('；'), depth: 0 };
    }),
  ];
}

function clauseBlocks(body: string): Block[] {
  return clausesOf(body).flatMap(({ number, title, body: words }) => [
    { kind: 'heading' as const, level: 3 as const, text: t('clause', { number, title: title ?? '' }).trim() },
    ...blocksOfMarkdown(words),
  ]);
}

function headBlocks(frozen: Frozen, timeZone: string): Block[] {
  const { id, version, title, endsAt, parties, template, form } = frozen;
  const key = `kind.${template}`;
  // The second form of the text did not hold of what kind it is.
  const kind = form > 2 && hasKey(agreementPaper, key) ? [[t('kind'), t(key)] as const] : [];
  const named = inOrder(parties).map(
    ({ name, creditCode }, at) =>
      [t('party', { number: at + 1 }), t('party-name', { name, creditCode })] as const,
  );
  const until = endsAt ? [[t('until'), dayIn(endsAt, timeZone)] as const] : [];
  return [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'pairs',
      rows: [[t('number'), `${id}（${t('version', { version })}）`], ...kind, ...named, ...until],
    },
  ];
}

function attachmentBlocks({ attachments }: Frozen): Block[] {
  const files = JSON.parse(attachments) as { name: string; sha256: string }[];
  if (files.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('attachments') },
    ...files.map(({ name, sha256 }, at): Block => ({
      ...{ kind: 'item', mark: `${at + 1}.`, depth: 0 },
      text: `${name}（SHA-256 ${sha256}）`,
    })),
  ];
}

interface Portal {
  publicUrl: string;
  /** What it is called now: what was sealed keeps the name that it had. */
  portal: string;
}

export const portalOnPaper = (ctx: ReadContext) => ctx.subjects.portalName(ctx, 'zh-CN');

function signatureBlocks({ parties, contentHash }: Frozen, { publicUrl, portal }: Portal): Block[] {
  const address = `${publicUrl}${paths.checkAgreement}`;
  return [
    { kind: 'heading', level: 2, text: t('signatures') },
    ...inOrder(parties).map(({ name, creditCode, position }): Block => ({
      ...{ kind: 'signature', field: fieldOfParty(position), lines: [name, creditCode] },
    })),
    { kind: 'signature', field: sealField, lines: [t('seal', { portal })] },
    { kind: 'paragraph', small: true, text: t('kind-of-signature') },
    { kind: 'paragraph', small: true, text: t('check', { hash: contentHash ?? '', address }) },
  ];
}

/** The agreement as it is laid on paper, with a box for each party's signature and one for the portal's seal. */
export async function documentOf(ctx: ReadContext, agreement: Frozen): Promise<WrittenDocument> {
  const portal = await portalOnPaper(ctx);
  const { publicUrl, timeZone } = ctx.configuration;
  const { id, version, title, body, frozenAt } = agreement;
  return {
    ...{ title, language: 'zh-CN', author: portal, keywords: markOf('agreement', agreement) },
    ...{ footer: t('footer', { id, version }), createdAt: frozenAt ?? ctx.clock.now() },
    blocks: [
      // What is signed has its last day as it was agreed, whatever became of it since.
      ...headBlocks({ ...agreement, endsAt: agreement.signedEndsAt }, timeZone),
      ...clauseBlocks(body),
      ...obligationBlocks(agreement, timeZone),
      ...attachmentBlocks(agreement),
      ...signatureBlocks(agreement, { publicUrl, portal }),
    ],
  };
}

/**
 * Throws `conflict` where a text holds a character for which the font of documents has no shape, and names it: whoever
 * freezes or signs puts it right, not whoever reads. Where the portal has no font the page of the agreement says so.
 */
export function ensureHasShapes(ctx: ReadContext, text: string, field?: string): void {
  const font = findDocumentFont(ctx.configuration.documentFont);
  if (!font) return;
  const missing = missingCharacters(font, text);
  if (missing.length > 0)
    throw new DomainError('conflict', {
      ...{ reason: 'agreements.missing-characters', ...(field === undefined ? {} : { field }) },
      params: { characters: named(missing) },
    });
}

/** As `ensureHasShapes`, of all that the document will hold when it is frozen. */
export async function ensureCanBeWritten(ctx: ReadContext, agreement: Frozen): Promise<void> {
  ensureHasShapes(ctx, wordsOfDocument(await documentOf(ctx, agreement)));
}

const numberOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase();

/**
 * Each with its number, for those whose own screen does not show it either. Kept with the document's fault, and read in
 * either language: by signs that both have.
 */
export const named = (characters: readonly string[]) =>
  characters
    .slice(0, 20)
    .map((character) => `“${character}” U+${numberOf(character).padStart(4, '0')}`)
    .join(' · ');
