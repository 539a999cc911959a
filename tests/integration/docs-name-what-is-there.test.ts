import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, it } from 'vitest';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
}).split('\n');
const folders = new Set<string>();
for (const file of files)
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) folders.add(folder);
const names = new Set(files.map((file) => basename(file)));

/** Docs shorten the beginning of a path, never its end. */
const isThere = (named: string): boolean => {
  const path = named.replace(/\/$/, '');
  if (!path.includes('/')) return names.has(path) || folders.has(path);
  return [...files, ...folders].some((one) => one === path || one.endsWith(`/${path}`));
};

/** Paths of files and folders, without those that stand for any, that a build makes, or that name a rule. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w./@-]+)`/g)].map(([, code = '']) => code);
  const isPath = (code: string) =>
    /^[\w.-]+(\/[\w.-]+)+\/?$/.test(code) || /\.(ts|tsx|mjs|cjs|json|prisma)$/.test(code);
  return [...new Set(quoted.filter(isPath))].filter((code) => !/^(build|house|x)\b/.test(code));
}

it.each(['architecture', 'add-a-subject', 'testing', 'scaling', 'keys', 'bridges'])(
  'what docs/%s.md names by its path is there',
  (doc) => {
    const named = pathsIn(readFileSync(`docs/${doc}.md`, 'utf8'));
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  },
);
