import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fill } from './fill';
import { keptPagesOf, keptRatios, ratioLine } from './kept-ratios';
import { startPortal } from './servers';
import { migrate } from '~/platform/db/migrate.server';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const at = process.argv.indexOf('--beside');
/** The folder of another build, to be measured in turn. */
const beside = at === -1 ? undefined : process.argv[at + 1];

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-bench-'));
try {
  const file = path.join(folder, 'kept.sqlite');
  await migrate(`file:${file}`);
  const filled = fill(file, { proposals: 1000, comments: 3000, votes: 10_000, voters: 500 });
  const pages = await keptPagesOf(filled);
  for (const build of beside === undefined ? [undefined] : [beside, undefined]) {
    const portal = await startPortal(file, build);
    say(build ?? 'this build');
    for (const [name, ratio] of Object.entries(await keptRatios(portal, pages))) say(ratioLine(name, ratio));
    await portal.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
