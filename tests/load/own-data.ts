/** The page of a person's own data beside a plain page of the same person: `npm run bench -- --own-data`. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fill } from './fill';
import { readPage } from './measure';
import { startPortal } from './servers';
import { signedIn } from './votes';
import { migrate } from '~/platform/db/migrate.server';
import { paths } from '~/paths';

const seconds = 5;
const most = 2;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-own-data-'));
try {
  const file = path.join(folder, 'load.sqlite');
  await migrate(`file:${file}`);
  const filled = fill(file, { proposals: 1000, comments: 3000, votes: 10_000, voters: 500 });
  const portal = await startPortal(file);
  const headers = await signedIn(filled.tokens[0] ?? '');
  const read = async (page: string) => {
    const { perSecond, failed } = await readPage(`${portal.url}${page}`, seconds, headers);
    say(`${page.padEnd(20)} ${perSecond.toFixed(0)}/s${failed ? `, ${failed} FAILED` : ''}`);
    return perSecond;
  };
  const plain = await read(paths.account);
  const ratio = plain / (await read(paths.heldData));
  say(`own data costs ${ratio.toFixed(2)} × a plain page, ${ratio <= most ? 'within' : 'ABOVE'} ${most}`);
  await portal.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
