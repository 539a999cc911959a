import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { environmentIn, servePortal } from './portal';
import type { Portal } from './portal';

export const administrator = {
  email: 'guanliyuan@county.example',
  name: '县民政局管理员',
  password: 'yi ge kong de xian',
};

/** As the README says it, before `serve`: the city's own line and the first administrator; nothing of a demo. */
export async function startEmptyPortal(): Promise<Portal> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-e2e-empty-'));
  const environment = {
    ...environmentIn(folder),
    DEMO_MODE: 'false',
    SESSION_SECRET: 'of this walk alone, of this walk alone',
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    ENDORSEMENT_THRESHOLD: '3',
  };
  const given = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const run = (...args: string[]) =>
    execFileSync(process.execPath, ['bin/gongzhi.mjs', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...environment },
    });
  const { email, name, password } = administrator;
  run('migrate');
  run('import-areas', given('areas.csv', 'code,name\n421000000000,荆州市\n'));
  const ofPassword = ['--password-file', given('password', password)];
  run('create-administrator', '--email', email, '--name', name, '--area', '4210', ...ofPassword);
  return servePortal(folder, environment);
}
