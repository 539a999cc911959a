import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A function of a module, by the module's file and its name there. */
export type Named = `${string}#${string}`;

interface Module {
  /** What a name of this module is elsewhere: imported, or handed on. */
  from: Map<string, Named>;
  functions: Map<string, { calls: Set<string>; text: string; opens: boolean; exported: boolean }>;
}

function fileOf(specifier: string, importer: string): string | null {
  const base = specifier.startsWith('~/')
    ? `app/${specifier.slice(2)}`
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(importer), specifier)
      : null;
  if (base === null) return null;
  return [`${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find((file) => existsSync(file)) ?? null;
}

function importsOf(source: ts.SourceFile, file: string): Map<string, Named> {
  const from = new Map<string, Named>();
  for (const statement of source.statements) {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) continue;
    const specifier = statement.moduleSpecifier;
    const target = specifier && ts.isStringLiteral(specifier) ? fileOf(specifier.text, file) : null;
    const clause = isImport ? statement.importClause?.namedBindings : statement.exportClause;
    if (!target || !clause || !(ts.isNamedImports(clause) || ts.isNamedExports(clause))) continue;
    for (const { name, propertyName } of clause.elements)
      from.set(name.text, `${target}#${(propertyName ?? name).text}`);
  }
  return from;
}

/** Every name that stands in the node: a function that is handed on is called, too. */
export function namesIn(node: ts.Node): Set<string> {
  const names = new Set<string>();
  const visit = (part: ts.Node): void => {
    if (ts.isIdentifier(part)) names.add(part.text);
    ts.forEachChild(part, visit);
  };
  visit(node);
  return names;
}

function readModule(file: string): Module {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const functions: Module['functions'] = new Map();
  for (const statement of source.statements) {
    const flags = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const exported = flags.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const keep = (name: string, made: ts.Node) => {
      const first = ts.isFunctionLike(made) ? made.parameters[0]?.type?.getText() : undefined;
      functions.set(name, {
        calls: namesIn(made),
        text: made.getText(),
        opens: first === 'Context',
        exported,
      });
    };
    if (ts.isFunctionDeclaration(statement) && statement.name) keep(statement.name.text, statement);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (ts.isIdentifier(name) && initializer) keep(name.text, initializer);
  }
  return { from: importsOf(source, file), functions };
}

const modules = new Map<string, Module>();

function moduleOf(file: string): Module {
  const known = modules.get(file) ?? readModule(file);
  modules.set(file, known);
  return known;
}

/** Where the name of a module is written: through whatever hands it on. */
export function writtenAt(file: string, name: string): Named | null {
  const { from, functions } = moduleOf(file);
  if (functions.has(name)) return `${file}#${name}`;
  const [next, as] = (from.get(name) ?? '').split('#');
  return next && as ? writtenAt(next, as) : null;
}

/** A function and all functions of the subjects that it calls, by whatever way. */
export function reachedBy(at: Named, seen = new Set<Named>()): Set<Named> {
  if (seen.has(at)) return seen;
  seen.add(at);
  const [file = ''] = at.split('#');
  for (const called of callsOf(at)) {
    const next = writtenAt(file, called);
    if (next?.startsWith('app/domains/')) reachedBy(next, seen);
  }
  return seen;
}

/** The names that stand in a function. */
export function callsOf(at: Named): ReadonlySet<string> {
  const [file = '', name = ''] = at.split('#');
  return moduleOf(file).functions.get(name)?.calls ?? new Set();
}

/** What the function says, as it is written. */
export function textOf(at: Named): string {
  const [file = '', name = ''] = at.split('#');
  return moduleOf(file).functions.get(name)?.text ?? '';
}

/** The functions of a file. */
export const functionsIn = (file: string): Named[] =>
  [...moduleOf(file).functions.keys()].map((name): Named => `${file}#${name}`);

/** The use cases: what opens a transaction by itself and is exported. */
export function useCases(): Named[] {
  const files = readdirSync('app/domains', { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        file.endsWith('.server.ts') && file.includes('/') && !/\/(index|subject)\.server\.ts$/.test(file),
    )
    .map((file) => `app/domains/${file}`);
  return files.flatMap((file) =>
    [...moduleOf(file).functions].flatMap(([name, { opens, exported }]): Named[] =>
      opens && exported ? [`${file}#${name}`] : [],
    ),
  );
}
