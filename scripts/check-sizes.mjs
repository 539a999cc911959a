/**
 * Holds the list of files and functions that are larger than the house allows (size-exceptions.json) to what it
 * needs: an entry that stands for more than there is, or for nothing, fails, so that the list only shrinks. What grows
 * beyond its entry fails in `eslint` itself. `node scripts/check-sizes.mjs --lower` writes what is needed instead;
 * it never adds and never raises. Folders of the app are held to a size as well.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { exceptions, sizes } from '../eslint.config.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The largest that a file holds of what a rule counts, by the rule's own words. */
const counted = {
  'max-lines': /too many lines \((\d+)\)/,
  'max-lines-per-function': /too many lines \((\d+)\)/,
  'max-params': /too many parameters \((\d+)\)/,
};

async function largest(files) {
  if (files.length === 0) return {};
  const rules = Object.fromEntries(Object.entries(sizes).map(([rule, size]) => [rule, ['error', size]]));
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.{ts,tsx,mjs}'], languageOptions: { parser: tseslint.parser }, rules }],
    allowInlineConfig: false,
  });
  const found = {};
  for (const { filePath, messages } of await eslint.lintFiles(files)) {
    const of = {};
    for (const { ruleId, message } of messages) {
      const number = Number(counted[ruleId]?.exec(message)?.[1] ?? 0);
      if (number > 0) of[ruleId] = Math.max(of[ruleId] ?? 0, number);
    }
    found[path.relative(root, filePath)] = of;
  }
  return found;
}

/** The exceptions that are still needed, and what is wrong with those that stand. */
export function tighten(held, found) {
  const faults = [];
  const needed = {};
  for (const [file, entry] of Object.entries(held)) {
    for (const [rule, most] of Object.entries(entry)) {
      const now = found[file]?.[rule] ?? 0;
      if (now < most) faults.push(`${file}: ${rule} is ${now === 0 ? 'not exceeded' : now}, and not ${most}`);
      if (now > 0) (needed[file] ??= {})[rule] = Math.min(now, most);
    }
  }
  return { faults, needed };
}

/** Files that lie in one folder at most, before it gets inner ones. */
const mostFiles = 28;
/** Folders with one file a subject, and those that are older than the rule: these may only shrink. */
const crowded = { 'app/domains': 45 };
const oneASubject = /^app\/i18n(\/[\w-]+)?$/;

/** The folders that hold more files than they may; `files` by their paths from the root. */
export function crowdedFolders(files, held = crowded) {
  const counts = new Map();
  for (const file of files) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const faults = [];
  for (const [folder, count] of counts)
    if (count > (held[folder] ?? mostFiles) && !oneASubject.test(folder))
      faults.push(`${folder} holds ${count} files, and may hold ${held[folder] ?? mostFiles}`);
  for (const [folder, most] of Object.entries(held))
    if ((counts.get(folder) ?? 0) < most)
      faults.push(`${folder} holds ${counts.get(folder) ?? 0} files: lower its entry in check-sizes.mjs`);
  return faults;
}

const filesOfApp = () =>
  readdirSync(path.join(root, 'app'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
    .filter((file) => !file.includes('generated'));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const crowding = crowdedFolders(filesOfApp());
  if (crowding.length > 0) {
    console.error(crowding.join('\n'));
    process.exitCode = 1;
  }
  const found = await largest(Object.keys(exceptions).filter((file) => existsSync(path.join(root, file))));
  const { faults, needed } = tighten(exceptions, found);
  if (process.argv[2] === '--lower') {
    writeFileSync(path.join(root, 'size-exceptions.json'), `${JSON.stringify(needed, null, 2)}\n`);
  } else if (faults.length > 0) {
    console.error(faults.join('\n'));
    console.error('size-exceptions.json can shrink: node scripts/check-sizes.mjs --lower');
    process.exitCode = 1;
  }
}
