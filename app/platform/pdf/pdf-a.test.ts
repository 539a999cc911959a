import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDocumentFont } from './document-font.server';
import type { DocumentFont } from './document-font.server';
import { doPaperWork } from './paper-work.server';
import { writePdf } from './write-pdf.server';
import { needs } from '../../../tests/setup/needs';
import { makeAuthority } from '../crypto/certificates.server';

const at = new Date('2026-11-28T08:00:00Z');
const font = findDocumentFont('') as DocumentFont;
const hasQpdf = spawnSync('qpdf', ['--version']).error === undefined;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-pdf-a-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = async (text = '各方共同出力，建好管好南门充电桩；观音垱镇、涴市。') => {
  const made = await writePdf(
    {
      ...{
        title: '场地使用协议 <甲&乙>',
        language: 'zh-CN',
        author: '共治',
        keywords: 'test',
        footer: '编号 1',
      },
      createdAt: at,
      blocks: [
        { kind: 'heading', level: 1, text: '场地使用协议' },
        { kind: 'paragraph', text },
        { kind: 'code', size: 10, path: 'M0 0H5V5Z', label: '二维码' },
        { kind: 'signature', field: 'party-1', lines: ['甲方'] },
        { kind: 'signature', field: 'seal', lines: ['平台'] },
      ],
    },
    font,
  );
  if (!made.ok) throw new Error('not written');
  return made.bytes;
};

async function signed(pdf: Uint8Array, ...fields: string[]): Promise<Uint8Array> {
  const authority = await makeAuthority('测试 CA', at);
  let bytes = pdf;
  for (const field of fields) {
    const words = { field, name: '张三', reason: '签署', signedAt: at, shown: ['张三'] };
    const work = {
      kind: 'sign' as const,
      font,
      authority,
      subject: { commonName: '张三' },
      timeStampUrl: '',
    };
    ({ bytes } = await doPaperWork({ ...work, pdf: bytes, words }));
  }
  return bytes;
}

type Dictionary = Record<string, unknown>;
interface Objects {
  trailer: { value: Dictionary };
  [name: `obj:${string}`]: { value?: unknown; stream?: { dict: Dictionary } };
}

class Read {
  readonly file: string;
  readonly objects: Objects;

  constructor(bytes: Uint8Array) {
    this.file = path.join(folder, 'read.pdf');
    writeFileSync(this.file, bytes);
    const call = ['--json=2', '--json-key=qpdf', this.file];
    const { qpdf } = JSON.parse(execFileSync('qpdf', call, { encoding: 'utf8' })) as {
      qpdf: [unknown, Objects];
    };
    this.objects = qpdf[1];
  }

  at(reference: unknown): Dictionary {
    const object = this.objects[`obj:${String(reference)}`];
    return (object?.stream?.dict ?? object?.value ?? {}) as Dictionary;
  }

  isStream(reference: unknown): boolean {
    return this.objects[`obj:${String(reference)}`]?.stream !== undefined;
  }

  get dictionaries(): Dictionary[] {
    return Object.values(this.objects).flatMap((one) => {
      const { stream, value } = one as { stream?: { dict: Dictionary }; value?: unknown };
      const found = stream?.dict ?? value;
      return typeof found === 'object' && found !== null ? [found as Dictionary] : [];
    });
  }

  bytesOf(reference: unknown): Buffer {
    const object = String(reference).split(' ')[0] ?? '';
    return execFileSync('qpdf', [`--show-object=${object}`, '--filtered-stream-data', this.file]);
  }
}

const qpdf = 'qpdf';

describe('a document, unsigned, signed in part and sealed, is PDF/A-2b as far as can be asked without its validator:', () => {
  const each = async (ask: (read: Read) => void) => {
    const plain = await written();
    for (const bytes of [plain, await signed(plain, 'party-1'), await signed(plain, 'party-1', 'seal')])
      ask(new Read(bytes));
  };

  it('qpdf finds no fault, and it begins and ends as it must', needs(hasQpdf, qpdf), async () => {
    await each(({ file, objects }) => {
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain('No syntax or stream');
      expect(objects.trailer.value['/Encrypt']).toBeUndefined();
      expect(objects.trailer.value['/ID']).toHaveLength(2);
    });
    const begin = Buffer.from(await written());
    expect(begin.subarray(0, 9).toString('latin1')).toBe('%PDF-1.7\n');
    expect([...begin.subarray(10, 14)].every((byte) => byte > 127)).toBe(true);
  });

  it('says so in its metadata, with the title of its properties', needs(hasQpdf, qpdf), async () => {
    await each((read) => {
      const catalog = read.at(read.objects.trailer.value['/Root']);
      const metadata = read.at(catalog['/Metadata']);
      expect(metadata['/Filter']).toBeUndefined();
      const xmp = read.bytesOf(catalog['/Metadata']).toString('utf8');
      expect(xmp).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
      expect(xmp).toContain('场地使用协议 &lt;甲&amp;乙&gt;');
      expect(catalog['/MarkInfo']).toBeDefined();
      expect(catalog['/Lang']).toBe('u:zh-CN');
    });
  });

  it('has a profile of colours for those that it uses', needs(hasQpdf, qpdf), async () => {
    await each((read) => {
      const catalog = read.at(read.objects.trailer.value['/Root']);
      const [intent] = catalog['/OutputIntents'] as unknown[];
      expect(read.at(intent)['/S']).toBe('/GTS_PDFA1');
      const profile = read.at(intent)['/DestOutputProfile'];
      expect(read.at(profile)['/N']).toBe(3);
      const bytes = read.bytesOf(profile);
      expect([bytes.toString('latin1', 16, 20), bytes.toString('latin1', 36, 40)]).toEqual(['RGB ', 'acsp']);
      expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    });
  });

  it('embeds what it is written with, and says which letters they are', needs(hasQpdf, qpdf), async () => {
    await each((read) => {
      const fonts = read.dictionaries.filter((one) => one['/Type'] === '/Font');
      const whole = fonts.filter((one) => one['/Subtype'] === '/Type0');
      expect(whole).toHaveLength(1);
      for (const font of whole) expect(read.isStream(font['/ToUnicode'])).toBe(true);
      const parts = fonts.filter((one) => one['/FontDescriptor'] !== undefined);
      expect(parts).toHaveLength(1);
      for (const part of parts) {
        const described = read.at(part['/FontDescriptor']);
        expect(read.isStream(described['/FontFile3'] ?? described['/FontFile2'])).toBe(true);
      }
    });
  });

  it(
    'has a look for each of its boxes that is a stream, printed and not hidden',
    needs(hasQpdf, qpdf),
    async () => {
      await each((read) => {
        const boxes = read.dictionaries.filter((one) => one['/Subtype'] === '/Widget');
        expect(boxes).toHaveLength(2);
        for (const box of boxes) {
          expect(Number(box['/F']) & 0b100110).toBe(0b000100);
          expect(read.isStream((box['/AP'] as Dictionary)['/N'])).toBe(true);
          expect(box['/A'] ?? box['/AA']).toBeUndefined();
        }
      });
    },
  );

  it(
    'holds nothing that acts, nothing from elsewhere and nothing that shines through',
    needs(hasQpdf, qpdf),
    async () => {
      await each((read) => {
        for (const one of read.dictionaries) {
          for (const key of [
            '/JS',
            '/OpenAction',
            '/AA',
            '/EF',
            '/F /URL',
            '/SMask',
            '/Launch',
            '/Alternates',
          ])
            expect(one[key]).toBeUndefined();
          // The filter of a signature is who reads it, and packs nothing.
          if (one['/Type'] !== '/Sig') expect(one['/Filter'] ?? '/FlateDecode').toBe('/FlateDecode');
          for (const key of ['/CA', '/ca']) expect(one[key] ?? 1).toBe(1);
        }
      });
    },
  );
});

it('comes out the same whatever was written with the opened font before', async () => {
  const first = Buffer.from(await written());
  // Signs of one shape: the radical and the character, which a glyph that was kept would take for the other.
  await written('⼀⼆⼈ 一二人 ﹐，');
  const again = Buffer.from(await written());
  expect(again.equals(first)).toBe(true);
  const both = await Promise.all([written('甲乙丙'), written('丁戊己')]);
  expect(Buffer.from(both[0] ?? []).equals(Buffer.from(await written('甲乙丙')))).toBe(true);
});
