/**
 * Ten walks as somebody takes them who is here for the first time: at 360 px, on a slow network, with a quarter of the
 * processor. Keeps what they saw in docs/walks, and writes its README. `node scripts/take-walks.mjs [FOLDER]` writes to
 * another folder instead. A walk that cannot be gone on fails, with its name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { openPage, root, withDemo } from './shown-demo.mjs';
import { walks } from './walks.mjs';

const folder = process.argv[2] ?? path.join(root, 'docs/walks');
const window = { width: 360, height: 740 };
/** As Lighthouse reckons a phone: 1.6 Mbit/s, 150 ms, a processor of a quarter. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

async function slowed(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** What a walker does: each step waits for what it leads to, and is timed. */
function legsOn(page, keep) {
  const steps = [];
  const settle = () => page.waitForLoadState('networkidle');
  const timed = async (words, act) => {
    const begun = performance.now();
    await act();
    await settle();
    steps.push({
      words,
      seconds: (performance.now() - begun) / 1000,
      picture: await keep(page, steps.length),
    });
  };
  /** Follows a link until the page that it leads to is there: with scripts the address changes once it is. */
  const follow = async (link) => {
    const before = page.url();
    await link.click();
    await page.waitForURL(({ href }) => href !== before);
  };
  return { steps, timed, follow, page, main: (selector) => page.locator(`main ${selector}`).first() };
}

async function take(browser, url, walk) {
  const page = await openPage(browser, url, { ...window, person: walk.person });
  page.setDefaultTimeout(30_000);
  await slowed(page);
  const keep = async (shown, at) => {
    const name = `${walk.name}-${at + 1}.webp`;
    await sharp(await shown.screenshot())
      .webp({ quality: 62 })
      .toFile(path.join(folder, name));
    return name;
  };
  const legs = legsOn(page, keep);
  await walk.go(legs);
  await page.context().close();
  return { ...walk, steps: legs.steps };
}

const rowsOf = ({ title, person, sees, steps }) => [
  `## ${title}`,
  `${person ? 'Signed in.' : 'Without an account.'} ${sees}`,
  steps.map(({ words, seconds }, at) => `${at + 1}. ${words} (${seconds.toFixed(1)} s)`).join('\n'),
  steps.map(({ words, picture }) => `<img src="${picture}" alt="${words}" width="24%">`).join('\n'),
];

mkdirSync(folder, { recursive: true });
await withDemo(async (browser, url) => {
  const taken = [];
  for (const walk of walks) {
    try {
      taken.push(await take(browser, url, walk));
    } catch (error) {
      throw new Error(`The walk “${walk.title}” could not be gone on`, { cause: error });
    }
  }
  const text = [
    '# Ten walks',
    'As somebody takes them who is here for the first time: 360 px wide, 1.6 Mbit/s with 150 ms, a quarter of the processor, in Chinese, on the demo. Written by `node scripts/take-walks.mjs`; the seconds are of the machine that took them, until the page had loaded everything.',
    ...taken.flatMap(rowsOf),
  ].join('\n\n');
  writeFileSync(path.join(folder, 'README.md'), `${text}\n`);
});
