import { execFileSync } from 'node:child_process';
import { cpSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-clients-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line of a program in a copy of what the clients are generated from, at a place of its own. */
function inCopy(name: string, line: string): string {
  const copy = path.join(folder, name);
  for (const part of ['scripts', 'prisma/schema']) cpSync(part, path.join(copy, part), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
  const program = `import * as clients from './scripts/generate-client.mjs'; ${line}`;
  const given = ['--input-type=module', '--eval', program];
  return execFileSync(process.execPath, given, { cwd: copy, encoding: 'utf8' }).trim();
}

it('the stamp of the generated clients is the same wherever the checkout lies', () => {
  const here = inCopy('here', 'console.log(clients.stamp)');
  expect(here).toMatch(/^[0-9a-f]{64}$/);
  expect(inCopy('elsewhere', 'console.log(clients.stamp)')).toBe(here);
});

it('the stamp is put in place of the old one, not written over it: another checkout keeps its own', () => {
  const [own, other] = [path.join(folder, 'stamp'), path.join(folder, 'other-stamp')];
  writeFileSync(other, 'of the other');
  linkSync(other, own);
  inCopy('third', `clients.keepStamp(${JSON.stringify(own)}, 'new')`);
  expect([readFileSync(own, 'utf8'), readFileSync(other, 'utf8')]).toEqual(['new', 'of the other']);
});
