/**
 * What is there already, while twenty people type their titles among 100,000 proposals: the time of each answer over
 * HTTP, the time until the index is read, and the memory. `npm run bench -- --similar`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { ulid } from 'ulid';
import { drawnTitles } from './drawn-texts';
import { startPortal } from './servers';
import { migrate } from '~/platform/db/migrate.server';

const proposals = 100_000;
const people = 20;
const titlesEach = 4;
const restMilliseconds = 350;
const boundMilliseconds = 50;

const say = (line: string) => void process.stdout.write(`${line}\n`);
const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function fill(file: string, titles: readonly string[]): void {
  const database = new BetterSqlite3(file);
  const iso = new Date().toISOString().replace('Z', '+00:00');
  // A demo is loaded only where nobody is there.
  database
    .prepare(
      `INSERT INTO "Person" ("id", "email", "displayName", "createdAt") VALUES ('p', 'p@example.org', '某', ?)`,
    )
    .run(iso);
  const insert = database.prepare(
    `INSERT INTO "Proposal" ("id", "title", "body", "bodyHtml", "category", "areaId", "state", "authorId", "threshold",
       "createdAt", "updatedAt") VALUES (?, ?, '', '', 'facilities', '421002001001', 'gathering', 'p', 20, ?, ?)`,
  );
  database.transaction(() => {
    for (const [index, title] of titles.entries())
      insert.run(ulid(Date.now() - titles.length + index), title, iso, iso);
  })();
  database.close();
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-similar-'));
const file = path.join(folder, 'load.sqlite');
await migrate(`file:${file}`);
const titles = drawnTitles(proposals, 3);
fill(file, titles);
const portal = await startPortal(file);

async function ask(title: string): Promise<{ found: string[]; milliseconds: number }> {
  const started = performance.now();
  const answer = await fetch(`${portal.url}/similar?title=${encodeURIComponent(title)}`);
  const { similar } = (await answer.json()) as { similar: { title: string }[] };
  return { found: similar.map((matter) => matter.title), milliseconds: performance.now() - started };
}

const last = titles.at(-1) ?? '';
const begun = performance.now();
while (!(await ask(last)).found.includes(last) && performance.now() - begun < 60_000) await rest(50);
say(
  `index of ${proposals} titles read       ${((performance.now() - begun) / 1000).toFixed(1)} s after it was first asked`,
);

/** One person: the title grows by a few characters, and each pause asks. */
async function type(title: string, times: number[]): Promise<void> {
  const characters = [...title];
  for (let length = 5; length <= characters.length; length += 3) {
    times.push((await ask(characters.slice(0, length).join(''))).milliseconds);
    await rest(restMilliseconds);
  }
}

const times: number[] = [];
await Promise.all(
  Array.from({ length: people }, async (_, person) => {
    await rest((person * restMilliseconds) / people);
    for (let turn = 0; turn < titlesEach; turn += 1)
      await type(titles[(person * 97 + turn * 31) % titles.length] ?? '', times);
  }),
);
times.sort((one, other) => one - other);
const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
const verdict = at(0.95) <= boundMilliseconds ? 'within' : 'ABOVE';
say(
  `${people} people typing, ${times.length} answers   half within ${at(0.5).toFixed(0)} ms, 95% within ${at(0.95).toFixed(0)} ms, ${verdict} ${boundMilliseconds} ms`,
);
say(`resident                           ${portal.residentMegabytes().toFixed(0)} MB`);
await portal.stop();
rmSync(folder, { recursive: true, force: true });
