import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOfMarkdown, textOfBlocks } from './document-blocks';
import type { Block } from './document-blocks';
import { findDocumentFont, missingCharacters } from './document-font.server';
import type { DocumentFont } from './document-font.server';
import { NotSignable, signPdf } from './sign-pdf.server';
import { writePdf } from './write-pdf.server';
import type { WrittenDocument } from './write-pdf.server';
import { needs } from '../../../tests/setup/needs';
import { certifyOneAct, makeAuthority, pemOf, readAuthority } from '../crypto/certificates.server';
import type { KeyAndCertificate } from '../crypto/certificates.server';
import { signDetached } from '../crypto/sign-detached.server';

const at = new Date('2026-11-28T08:00:00Z');
const font = findDocumentFont('') as DocumentFont;
const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;
let folder: string;
let authority: KeyAndCertificate;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-pdf-'));
  authority = await readAuthority(await makeAuthority('测试 CA', at));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const document = (blocks: Block[]): WrittenDocument => ({
  ...{ title: '场地使用协议', language: 'zh-CN', author: '共治', keywords: 'test', footer: '编号 1' },
  ...{ blocks, createdAt: at },
});

const rareNames = '观音垱、斑竹垱、六合垸、大垸、久合垸、涴市、洈水、剅河镇、㵐口、𬇕';

async function written(blocks: Block[]): Promise<Uint8Array> {
  const result = await writePdf(document(blocks), font);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.bytes;
}

async function signed(pdf: Uint8Array, field: string, name: string): Promise<Uint8Array> {
  const signer = await certifyOneAct(authority, { commonName: name, organisation: '和顺超市' });
  const sign = (bytes: Uint8Array) => signDetached(bytes, { ...signer, chain: [authority.certificate] });
  return signPdf(
    pdf,
    { field, name, reason: '签署', signedAt: at, shown: [name, '2026-11-28'] },
    { font, sign },
  );
}

const boxes = (...fields: string[]): Block[] =>
  fields.map((field) => ({ kind: 'signature', field, lines: [`${field} 方`] }));

const fileOf = (name: string, bytes: Uint8Array) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

/** Each signature verified by OpenSSL: the signed bytes cut out as its range says. */
function verifiedByOpenssl(pdf: Uint8Array): boolean[] {
  const text = Buffer.from(pdf).toString('latin1');
  const certificate = fileOf('ca.pem', Buffer.from(pemOf(authority.certificate)));
  return [...text.matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g)].map(([, one, from, length], index) => {
    const [end, start, rest] = [one, from, length].map(Number) as [number, number, number];
    const bytes = Buffer.concat([pdf.subarray(0, end), pdf.subarray(start, start + rest)]);
    const hex = text.slice(end + 1, start - 1).replace(/(00)+$/, '');
    const der = Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex');
    const files = [fileOf(`${index}.bin`, bytes), fileOf(`${index}.der`, der)];
    const call = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      files[1] ?? '',
      '-content',
      files[0] ?? '',
    ];
    return spawnSync('openssl', [...call, '-CAfile', certificate, '-out', '/dev/null']).status === 0;
  });
}

const pdfsig = (pdf: Uint8Array) => execFileSync('pdfsig', [fileOf('signed.pdf', pdf)], { encoding: 'utf8' });

describe('a document', () => {
  it('is refused with the characters named where the font has no shape for them', async () => {
    expect(missingCharacters(font, rareNames)).toEqual([]);
    const result = await writePdf(document([{ kind: 'paragraph', text: '甲\u{10FFFD}乙\u{10FFFD}' }]), font);
    expect(result).toEqual({ ok: false, missing: ['\u{10FFFD}'] });
  });

  it('bears the language of each part that has another than the document', async () => {
    const pdf = await written([
      { kind: 'heading', level: 2, text: '第一条' },
      { kind: 'paragraph', text: 'The hall is open on weekdays.' },
      { kind: 'item', mark: '•', text: '周一至周五开放', depth: 0 },
      { kind: 'pairs', rows: [['名称', 'Riverside Volunteers']] },
    ]);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text.match(/\/Lang \(en\)/g)).toHaveLength(2);
    expect(text.match(/\/Lang \(zh-CN\)/g)).toHaveLength(1);
  });

  it(
    'holds text that is found and copied, rare place names included',
    needs(hasPdfsig, 'pdftotext (poppler-utils)'),
    async () => {
      const long = '各方共同出力，建好管好南门充电桩，保障用电安全。'.repeat(40);
      const pdf = await written([
        { kind: 'heading', level: 1, text: '场地使用协议' },
        { kind: 'pairs', rows: [['地点', rareNames]] },
        ...blocksOfMarkdown(`## 内容\n\n${long}\n\n1. 第一项\n2. 第二项\n   - 细目`),
      ]);
      const text = execFileSync('pdftotext', [fileOf('text.pdf', pdf), '-'], { encoding: 'utf8' });
      for (const name of rareNames.split('、')) expect(text).toContain(name);
      expect(text.replaceAll(/\s/g, '')).toContain(long.slice(0, 400));
      expect(text).toContain('1. 第一项');
      expect(pdf.byteLength).toBeLessThan(200_000);
      const fonts = execFileSync('pdffonts', [fileOf('text.pdf', pdf)], { encoding: 'utf8' });
      expect(fonts).toMatch(/[A-Z]{6}\+NotoSansCJK\S* .* yes yes yes/);
    },
  );

  it('leaves no word of its Markdown out, whatever the form', () => {
    const source =
      '# 标题\n\n正文**粗**和`码`\n\n> 引文\n\n| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |\n\n```\n代码块\n```\n\n<b>标签</b>\n\n[网站](https://e.com/a)';
    const text = textOfBlocks(blocksOfMarkdown(source));
    for (const word of [
      '标题',
      '正文粗和码',
      '引文',
      '甲',
      '丁',
      '代码块',
      '标签',
      '网站（https://e.com/a）',
    ])
      expect(text).toContain(word);
  });
});

describe('signatures', () => {
  async function signedByThree() {
    const before = await written([
      { kind: 'paragraph', text: '全文' },
      ...boxes('party-1', 'party-2', 'seal'),
    ]);
    let pdf = before;
    for (const [field, name] of [
      ['party-1', '张三'],
      ['party-2', '李四'],
      ['seal', '平台'],
    ] as const)
      pdf = await signed(pdf, field, name);
    const flipped = Buffer.from(pdf);
    flipped[Math.floor(before.length / 2)] = (flipped[Math.floor(before.length / 2)] ?? 0) ^ 1;
    return { before, pdf, flipped };
  }

  it('stand one behind the other: each holds by OpenSSL, and a flipped byte is found', async () => {
    const { before, pdf, flipped } = await signedByThree();
    expect(Buffer.from(pdf.subarray(0, before.length)).equals(Buffer.from(before))).toBe(true);
    expect(verifiedByOpenssl(pdf)).toEqual([true, true, true]);
    expect(verifiedByOpenssl(flipped)).toEqual([false, false, false]);
  });

  it('hold by poppler, which finds a flipped byte', needs(hasPdfsig, 'pdfsig (poppler-utils)'), async () => {
    const { pdf, flipped } = await signedByThree();
    expect(pdfsig(pdf).match(/Signature is Valid\./g)).toHaveLength(3);
    expect(pdfsig(pdf)).toContain('Total document signed');
    expect(pdfsig(pdf)).toContain('ETSI.CAdES.detached');
    expect(pdfsig(flipped)).toContain('Digest Mismatch');
  });

  it('are refused for a field that is none, or signed already, and for files of others', async () => {
    const pdf = await signed(await written(boxes('party-1')), 'party-1', '张三');
    await expect(signed(pdf, 'party-1', '李四')).rejects.toBeInstanceOf(NotSignable);
    await expect(signed(pdf, 'party-9', '李四')).rejects.toBeInstanceOf(NotSignable);
    await expect(signed(Buffer.from('%PDF-1.4 something'), 'party-1', '李四')).rejects.toBeInstanceOf(
      NotSignable,
    );
  });
});

it('thirty pages are written and signed three times in a file that can be mailed', async () => {
  const clause = '各方共同出力，建好管好南门充电桩，保障用电安全；费用按季度公示，接受居民监督。'.repeat(14);
  const blocks = Array.from({ length: 74 }, (_none, at): Block[] => [
    { kind: 'heading', level: 3, text: `第 ${at + 1} 条` },
    { kind: 'paragraph', text: clause },
  ]).flat();
  const result = await writePdf(document([...blocks, ...boxes('party-1', 'party-2', 'party-3')]), font);
  if (!result.ok) throw new Error('not written');
  let pdf = result.bytes;
  for (const field of ['party-1', 'party-2', 'party-3']) pdf = await signed(pdf, field, '张三');
  expect(result.pages).toBeGreaterThanOrEqual(30);
  expect(pdf.byteLength).toBeLessThan(1_000_000);
});
