import { existsSync, readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { expectPrinted } from '../setup/printed-docs';
import { subjects } from '~/domains/subjects';

interface Rule {
  name: string;
  says: string;
  file: string;
}

/** Where the rules of a subject stand: pure, readable without the rest. */
function filesOf(subject: string): string[] {
  const folder = `app/domains/${subject}`;
  const own = ['policy.ts', 'visibility.ts', 'lifecycle.ts'].filter((file) =>
    existsSync(`${folder}/${file}`),
  );
  const rules = existsSync(`${folder}/rules`)
    ? readdirSync(`${folder}/rules`, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
        .map((file) => `rules/${file}`)
    : [];
  return [...own, ...rules.sort()].map((file) => `${folder}/${file}`);
}

/** The first sentence of the words above a declaration. */
function wordsAbove(node: ts.Node): string {
  const [above] = ts.getJSDocCommentsAndTags(node);
  const comment = above && ts.isJSDoc(above) ? ts.getTextOfJSDocComment(above.comment) : undefined;
  const [sentence = ''] = (comment ?? '').replace(/\s+/g, ' ').split(/(?<=[.:;])\s/);
  return sentence.replace(/[.:;]$/, '').replaceAll('|', '\\|');
}

const isExported = (node: ts.Statement) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The functions that the file gives to others, and the tables of life cycles. */
function rulesIn(file: string): Rule[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(isExported).flatMap((statement) => {
    const says = wordsAbove(statement);
    if (ts.isFunctionDeclaration(statement) && statement.name)
      return [{ name: statement.name.text, says, file }];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      const isTable = initializer?.getText().startsWith('defineLifecycle') === true;
      const isRule = initializer !== undefined && (ts.isArrowFunction(initializer) || isTable);
      return isRule ? [{ name: name.getText(), says, file }] : [];
    });
  });
}

const all = subjects.map(({ name }) => ({ name, rules: filesOf(name).flatMap(rulesIn) }));

it('what says who may do what, or which step follows which, says it in a sentence', () => {
  const named = all.flatMap(({ rules }) => rules).filter(({ name }) => /^may[A-Z]|Lifecycle$/.test(name));
  expect(named.length).toBeGreaterThan(60);
  expect(named.filter(({ says }) => says === '')).toEqual([]);
});

const sections = all.flatMap(({ name, rules }) => {
  if (rules.length === 0) return [];
  const lines = rules.map(
    (rule) => `| \`${rule.name}\` | ${rule.says} | [${rule.file.slice(12)}](../${rule.file}) |`,
  );
  return [[`## ${name}`, '', '| Rule | What it says | File |', '| --- | --- | --- |', ...lines].join('\n')];
});

it('the map from rules to files is printed in the documentation as it is', () => {
  expect(sections.length).toBeGreaterThan(12);
  expectPrinted('docs/rules.md', 'rules', sections.join('\n\n'));
});
