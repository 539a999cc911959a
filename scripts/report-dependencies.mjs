/**
 * `node scripts/report-dependencies.mjs`: each package that the portal runs with, its version and licence, as a table; ends
 * with 1 where a licence is unknown or none of those that may go along with the portal's. With `--audit` it also asks the
 * registry for known holes (`npm audit`), and ends with 1 where one of severity high or above is known.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Licences that go along with Apache-2.0 in what is served or run beside it. */
const taken = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Unlicense', 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'Zlib', 'WTFPL', 'MPL-2.0'],
  // Unchanged and in files of their own, which whoever runs the portal can replace.
  ...['LGPL-3.0-or-later', 'LGPL-3.0', 'EPL-2.0'],
]);

/** Whether an SPDX expression can be met: of `A OR B` one is enough, of `A AND B` both are asked for. */
export function mayGoAlong(expression) {
  return expression
    .replaceAll(/[()]/g, ' ')
    .split(/\s+OR\s+/i)
    .some((part) => part.split(/\s+AND\s+/i).every((licence) => taken.has(licence.trim())));
}

/** Of a package that does not say it where others do: as its file of the licence begins. */
function licenceInFile(folder) {
  const file = path.join(root, folder, 'LICENSE');
  const text = existsSync(file) ? readFileSync(file, 'utf8').slice(0, 2000) : '';
  return /MIT License|Permission is hereby granted, free of charge/.test(text) ? 'MIT' : 'unknown';
}

function licenceOf(folder) {
  const file = path.join(root, folder, 'package.json');
  if (!existsSync(file)) return null;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof license === 'string') return license;
  const several = [license, ...(Array.isArray(licenses) ? licenses : [])].flatMap((one) => one?.type ?? []);
  return several.length > 0 ? several.join(' OR ') : licenceInFile(folder);
}

/** What the lock file says is installed to run, and not for tests alone: name, version, licence. */
export function packagesThatRun() {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([folder, { dev, link }]) => folder !== '' && !dev && !link)
    .map(([folder, { version, license }]) => ({
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      ...{ version, licence: licenceOf(folder) ?? license ?? 'unknown' },
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

function main() {
  const rows = packagesThatRun();
  for (const { name, version, licence } of rows) console.log(`${name}\t${version}\t${licence}`);
  const wrong = rows.filter(({ licence }) => !mayGoAlong(licence));
  for (const { name, licence } of wrong) console.error(`${name}: ${licence} is not among the licences taken`);
  const audit = process.argv.includes('--audit')
    ? spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high'], { cwd: root, stdio: 'inherit' }).status
    : 0;
  process.exitCode = wrong.length > 0 || audit !== 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
