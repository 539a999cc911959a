import { monitorEventLoopDelay } from 'node:perf_hooks';
import { makeAuthority } from '~/platform/crypto/certificates.server';
import type { Block } from '~/platform/pdf/document-blocks';
import { findDocumentFont } from '~/platform/pdf/document-font.server';
import { signPdfInThread, writePdfInThread } from '~/platform/pdf/paper-in-thread.server';
import type { WrittenDocument } from '~/platform/pdf/write-pdf.server';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const at = new Date();
const found = findDocumentFont('');
if (!found) throw new Error('No font for documents here');
const font = found;

const document = (title: string, blocks: Block[]): WrittenDocument => ({
  ...{ title, language: 'zh-CN', author: '共治', keywords: 'bench', footer: title, createdAt: at },
  blocks: [{ kind: 'heading', level: 1, text: title }, ...blocks],
});

async function written(asked: WrittenDocument) {
  const made = await writePdfInThread(asked, font);
  if (!made.ok) throw new Error('Not written');
  return made;
}

/** Seconds by the clock and of the processor, and how long the loop that serves pages stood still at most. */
async function measured(what: string, act: () => Promise<string>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const cpu = process.cpuUsage();
  const before = performance.now();
  delay.enable();
  const said = await act();
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - before) / 1000;
  const loop = (delay.max / 1e6).toFixed(0);
  say(
    `${what}: ${seconds.toFixed(2)} s, processor ${((user + system) / 1e6).toFixed(2)} s, loop ${loop} ms at most, ${said}`,
  );
}

const certificate = (number: number) =>
  document(`志愿服务记录证明 ${number}`, [
    {
      kind: 'pairs',
      rows: [
        ['姓名', `张${number}`],
        ['服务时间', `${number} 小时`],
        ['记录单位', '江豚志愿服务中心'],
      ],
    },
    { kind: 'paragraph', text: '兹证明上述志愿者参加了下列志愿服务活动。'.repeat(6) },
    { kind: 'signature', field: 'seal', lines: ['江豚志愿服务中心'] },
  ]);

const clause = '各方共同出力，建好管好南门充电桩，保障用电安全；费用按季度公示，接受居民监督。'.repeat(14);
const fields = ['party-1', 'party-2', 'party-3', 'seal'];
const agreement = document('南门充电桩共建协议', [
  ...Array.from({ length: 74 }, (_none, at): Block[] => [
    { kind: 'heading', level: 3, text: `第 ${at + 1} 条` },
    { kind: 'paragraph', text: clause },
  ]).flat(),
  ...fields.map((field): Block => ({ kind: 'signature', field, lines: [field] })),
]);

async function sealed(): Promise<string> {
  const authority = await makeAuthority('bench', at);
  const made = await written(agreement);
  let { bytes } = made;
  for (const field of fields) {
    const words = { field, name: '张三', reason: '签署', signedAt: at, shown: ['张三', '和顺超市'] };
    const signing = { pdf: bytes, words, font, authority, subject: { commonName: '张三' }, timeStampUrl: '' };
    ({ bytes } = await signPdfInThread(signing));
  }
  return `${made.pages} pages, ${(bytes.byteLength / 1024).toFixed(0)} kB`;
}

/** One after the other, as people ask for them. */
async function certificates(): Promise<string> {
  for (let number = 1; number <= 100; number += 1) await written(certificate(number));
  return '100 certificates';
}

await measured('the first certificate', () => written(certificate(0)).then(() => 'the font read'));
await measured('100 certificates', certificates);
await measured('an agreement, written, signed by three and sealed', sealed);
say(`memory: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
process.exit(0);
