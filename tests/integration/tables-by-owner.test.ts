import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import { tablesByOwner } from '../../scripts/lint/tables-by-owner.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const linter = new Linter({ cwd: root });

/** What the rule says of a piece of code that stands in the file: the first words of each report. */
function reportsOn(file: string, code: string): string[] {
  const config: Linter.Config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house: { rules: { tables: tablesByOwner } } },
    rules: { 'house/tables': 'error' },
  };
  const messages = linter.verify(code, [config], { filename: path.join(root, file) });
  return messages.map(({ message }) => message.replace(/[:,].*$/, ''));
}

const inFeedback = (code: string) => reportsOn('app/domains/feedback/some-act.server.ts', code);

it('lets a subject read and write its own tables, however it reaches them', () => {
  expect(inFeedback('tx.prisma.feedback.update({}); ctx.database.read.feedback.count()')).toEqual([]);
  expect(inFeedback('sql(`DELETE FROM "Feedback" WHERE 1 = 0`)')).toEqual([]);
});

it.each([
  ['ctx.database.read.person.findMany({})', 'Person belongs to identity'],
  ['const { read } = database; read.person.count()', 'Person belongs to identity'],
  ['const { person } = ctx.prisma; person.update({})', 'Person belongs to identity'],
  ['sql(`SELECT 1 FROM "Feedback" f JOIN "Person" p ON 1 = 1`)', 'Person belongs to identity'],
  ['sql(\'UPDATE "QueueItem" SET 1 = 1\')', 'QueueItem belongs to moderation'],
  ['sql(`INSERT INTO "Follow" VALUES (1)`)', 'Follow belongs to notifications'],
  ['tx.prisma.queuedOrder.deleteMany({})', 'QueuedOrder belongs to workorders'],
])('refuses the tables of other subjects: %s', (code, said) => {
  expect(inFeedback(code)).toEqual([said]);
});

const exceptions: Record<'read' | 'written', Record<string, string[]>> = JSON.parse(
  readFileSync(path.join(root, 'scripts/lint/tables-of-others.json'), 'utf8'),
);

it('says so of each exception that is not needed any more', () => {
  const files = [...Object.keys(exceptions.read), ...Object.keys(exceptions.written)];
  for (const file of files) {
    const allowed = [...(exceptions.read[file] ?? []), ...(exceptions.written[file] ?? [])];
    const said = reportsOn(file, 'export {};').map((words) => words.split(' ')[0]);
    expect(said.sort(), file).toEqual(allowed.sort());
  }
});
