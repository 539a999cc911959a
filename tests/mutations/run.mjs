/**
 * Shows that the tests hold the rules: `node tests/mutations/run.mjs [PATTERN]` breaks each rule of breaks.mjs once, in
 * a copy of the checkout, and asks whether the test that is named fails; with a pattern those whose fault it finds.
 * What is to fail is run unbroken first. Takes a quarter of an hour and more, so it stands outside `.ci/run`. Exit
 * code 0: each break was seen.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { breaks } from './breaks.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(path.join(os.tmpdir(), 'gongzhi-breaks-'));
const report = path.join(copy, 'report.json');

/** The checkout as it stands, with what is not committed; the packages by a link. */
function makeCopy() {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter(Boolean)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(copy, file), { force: true });
  }
  const clients = 'app/platform/db/generated';
  cpSync(path.join(root, clients), path.join(copy, clients), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
}

const run = (program, ...given) =>
  spawnSync(process.execPath, [path.join(copy, 'node_modules', program), ...given], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

/** The tests of these files, by whether they failed. */
function runTests(files) {
  rmSync(report, { force: true });
  run('vitest/vitest.mjs', 'run', ...files, '--reporter=json', `--outputFile=${report}`);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  return testResults.flatMap(({ name, assertionResults, message }) =>
    assertionResults.length > 0
      ? assertionResults.map(({ fullName, status }) => ({ name, fullName, status }))
      : [{ name, fullName: `(the file itself) ${message}`, status: 'failed' }],
  );
}

const checks = {
  lint: (file) => run('eslint/bin/eslint.js', file),
  layers: () =>
    run(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      'app',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
    ),
};

/** What became of a break: `seen`, or why it was not. */
function outcomeOf({ file, by, test, named }) {
  if (by) {
    const { status, stdout, stderr } = checks[by](file);
    if (status === 0) return 'NOT SEEN';
    return `${stdout}${stderr}`.includes(named) ? 'seen' : 'refused in other words';
  }
  const failed = runTests([test]).filter(({ status }) => status === 'failed');
  if (failed.length === 0) return 'NOT SEEN';
  if (failed.some(({ fullName }) => fullName.includes(named))) return 'seen';
  return `seen by another: ${failed[0].fullName.slice(0, 200)}`;
}

function breakOnce(one) {
  const file = path.join(copy, one.file);
  const text = readFileSync(file, 'utf8');
  if (text.split(one.find).length !== 2) return 'what it replaces does not stand there once';
  writeFileSync(
    file,
    text.replace(one.find, () => one.put),
  );
  try {
    return outcomeOf(one);
  } finally {
    writeFileSync(file, text);
  }
}

/** Unbroken, every named test is there and passes: else its failing would say nothing. */
function wrongBefore(chosen) {
  const passed = runTests([...new Set(chosen.flatMap(({ test }) => test ?? []))]).filter(
    ({ status }) => status === 'passed',
  );
  const untold = chosen.filter(
    ({ test, named }) =>
      test && !passed.some(({ name, fullName }) => name.endsWith(test) && fullName.includes(named)),
  );
  const refused = chosen.filter(({ by, file }) => by && checks[by](file).status !== 0);
  return [...untold, ...refused].map(({ fault, named }) => `${fault}: ${named}`);
}

const pattern = process.argv[2] ?? '.';
const chosen = breaks.filter((one) => new RegExp(pattern).test(one.fault));
let unseen = 0;
try {
  makeCopy();
  const wrong = wrongBefore(chosen);
  for (const one of wrong) console.log(`FAILS UNBROKEN, or is not there | ${one}`);
  unseen += wrong.length;
  for (const one of chosen) {
    const outcome = breakOnce(one);
    if (outcome !== 'seen') unseen += 1;
    console.log(`${outcome} | ${one.fault} | ${one.test ?? one.by} › ${one.named}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${chosen.length} broken, ${unseen} not seen by what is named`);
process.exitCode = unseen === 0 ? 0 : 1;
