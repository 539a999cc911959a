import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { callsOf, namesIn, reachedBy, useCases, writtenAt } from './functions-of-subjects';
import type { Named } from './functions-of-subjects';

const locks = new Set(['lockRow', 'lockRows', 'lockTable']);

/** The use cases that hold rows or tables: those that reach a lock. */
export function lockingUseCases(): Named[] {
  const locksIn = (at: Named) => [...callsOf(at)].some((called) => locks.has(called));
  return useCases().filter((at) => [...reachedBy(at)].some(locksIn));
}

/** What a test file declares anywhere, with the names in it, and the names that stand in what it fires at once. */
function firedNames(file: string) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const declared = new Map<string, Set<string>>();
  const fired = new Set<string>();
  const visit = (node: ts.Node): void => {
    const named = ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node) ? node.name : undefined;
    // What was awaited was done before: the fixture of what is fired is not fired itself.
    const isFixture =
      ts.isVariableDeclaration(node) && node.initializer && ts.isAwaitExpression(node.initializer);
    if (named && ts.isIdentifier(named) && !isFixture) declared.set(named.text, namesIn(node));
    if (
      ts.isCallExpression(node) &&
      /^(atOnce|fired|Promise\.all(Settled)?)$/.test(node.expression.getText())
    )
      for (const name of namesIn(node)) fired.add(name);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { declared, fired };
}

/** What a helper of the tests calls itself. */
function helpedBy(at: Named): Named[] {
  const [file = ''] = at.split('#');
  if (!file.startsWith('tests/')) return [];
  return [...callsOf(at)].flatMap((called) => writtenAt(file, called) ?? []);
}

/** The functions of the subjects that the tests of a folder fire at once, by their helpers, too. */
export function firedBy(folder: string): Set<Named> {
  const found = new Set<Named>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.ts'))) {
    const file = `${folder}/${name}`;
    const { declared, fired } = firedNames(file);
    // A set grows while it is walked: what a helper names is looked at in its turn.
    for (const given of fired) {
      for (const more of declared.get(given) ?? []) fired.add(more);
      const at = writtenAt(file, given);
      for (const one of at ? [at, ...helpedBy(at)] : []) if (one.startsWith('app/domains/')) found.add(one);
    }
  }
  return found;
}
