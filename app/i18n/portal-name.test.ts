import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What the software says of itself: to whoever runs it, or to programs. */
const ofTheSoftware = [
  // The command line.
  /^cli\//,
  // What a portal is called before anybody has named it.
  /^i18n\/[^/]+\/common\.ts$/,
  // By which other servers and readers of files know the program.
  /^platform\/web\/send-request\.server\.ts$/,
  /^platform\/pdf\/write-pdf\.server\.ts$/,
  /^lib\/time\/icalendar\.ts$/,
  /^domains\/bridges\/rules\/exchange\/columns\.ts$/,
];

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.includes('generated'),
);

it('nothing that people read names the portal by a constant: its administrator names it', () => {
  expect(sources.length).toBeGreaterThan(1000);
  const named = sources
    .filter((file) => !ofTheSoftware.some((known) => known.test(file)))
    .flatMap((file) =>
      readFileSync(path.join('app', file), 'utf8')
        .split('\n')
        .filter((line) => /共治|\bGongzhi\b/.test(line) && !/^\s*(?:\/?\*|\/\/)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(named).toEqual([]);
});

it('the catalogues say the usual name once each', () => {
  for (const [language, name] of [
    ['zh-CN', '共治'],
    ['en', 'Gongzhi'],
  ] as const) {
    const lines = readFileSync(`app/i18n/${language}/common.ts`, 'utf8').split('\n');
    expect(lines.filter((line) => line.includes(name)).map((line) => line.trim())).toEqual([
      `'site.name': '${name}',`,
    ]);
  }
});
