/**
 * Holds the list of files and functions that are larger than the house allows (size-exceptions.json) to what it
 * needs: an entry that stands for more than there is, or for nothing, fails, so that the list only shrinks. What grows
 * beyond its entry fails in `eslint` itself. `node scripts/check-sizes.mjs --lower` writes what is needed instead;
 * it never adds and never raises.
 */
import { existsSync, writeFileSync } from 'node:fs';
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
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
