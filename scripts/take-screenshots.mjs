/**
 * Takes the screenshots of docs/screenshots from a demo of its own, on a narrow phone and a wide screen,
 * and names them in the README. `node scripts/take-screenshots.mjs [FOLDER]` writes to another folder instead.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { openPage, root, withDemo } from './shown-demo.mjs';

const folder = process.argv[2] ?? path.join(root, 'docs/screenshots');
const widths = [
  { name: 'narrow', width: 360, height: 740 },
  { name: 'wide', width: 1280, height: 860 },
];

/** What is shown, by whom; a list with `first` leads to the first thing in it. */
const pages = [
  { name: 'home', path: '/' },
  { name: 'proposals', path: '/proposals' },
  { name: 'proposal', path: '/proposals?state=evaluated', first: true },
  { name: 'propose', path: '/proposals/new', person: 'resident-05' },
  { name: 'ballot', path: '/ballots?state=closed', first: true },
  { name: 'vote', path: '/ballots?state=open', first: true, person: 'resident-05' },
  { name: 'volunteering', path: '/volunteering', first: true },
  { name: 'agreement', path: '/agreements', first: true },
  { name: 'work-order', path: '/work-orders', first: true },
  { name: 'moderation', path: '/moderation', person: 'moderator' },
  { name: 'area', path: '/areas/421002' },
];

async function take(browser, url, { shown, size }) {
  const page = await openPage(browser, url, { ...size, person: shown.person });
  await page.goto(shown.path);
  if (shown.first) {
    const first = await page.locator('.card-title a').first().getAttribute('href');
    await page.goto(first);
  }
  await page.waitForLoadState('networkidle');
  const picture = await page.screenshot();
  await sharp(picture)
    .webp({ quality: 80 })
    .toFile(path.join(folder, `${shown.name}-${size.name}.webp`));
  await page.context().close();
}

mkdirSync(folder, { recursive: true });
await withDemo(async (browser, url) => {
  for (const shown of pages) {
    for (const size of widths) await take(browser, url, { shown, size });
  }
});
