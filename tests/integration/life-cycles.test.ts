import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { subjects } from '~/domains/subjects';
import { reachableStates } from '~/lib/lifecycle';
import type { Lifecycle } from '~/lib/lifecycle';

interface Known {
  subject: string;
  /** Of whose rows: the name of Prisma's model, as the client writes it. */
  table: string;
  lifecycle: Lifecycle<string, string>;
}

const camel = (name: string) => name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());

const lifecycles: Known[] = subjects.flatMap(({ name, lifecycles: own = {} }) =>
  Object.entries(own).map(([kind, lifecycle]) => ({ subject: name, table: camel(kind), lifecycle })),
);

interface Source {
  file: string;
  text: string;
}

const sourcesOf = (subject: string): Source[] =>
  readdirSync(`app/domains/${subject}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.|(^|\/)lifecycle(-table)?\.ts$/.test(file))
    .map((file) => {
      const path = `app/domains/${subject}/${file}`;
      return { file: path, text: readFileSync(path, 'utf8') };
    });

/**
 * Where the text takes a step: `event: 'x'` of a move, the table asked for `'x'`; or `'x'` is chosen by a form
 * (schema.ts) or put together, and given on as the event.
 */
function takes({ file, text }: Source, event: string): boolean {
  const byName = new RegExp(
    `(\\bevent: [^,;]*'${event}'|(step|transitionFrom|stepOf|statesBefore|ensureStep)\\([^;]*'${event}')`,
  );
  const putTogether = `\`${event.split('-')[0]}-\${`;
  const chosen = file.endsWith('/schema.ts') || /\bevent\b/.test(text);
  return byName.test(text) || text.includes(putTogether) || (chosen && text.includes(`'${event}'`));
}

const writes = /^(update|updateMany|upsert|create|createMany)$/;

interface Written {
  at: string;
  method: string;
  state: string;
}

/** A state that is no literal, by its text: where it comes of a step, it is called what steps call it. */
const ofAStep = /(^=|[.\]])to$|^=switched\(/;

/**
 * What an expression may give as `state`: literals, through spreads, conditions, lists and constants of the file; of
 * anything else its text after `=`.
 */
function literalsIn(
  node: ts.Node,
  constants: ReadonlyMap<string, ts.Expression>,
  asState: boolean,
): string[] {
  if (ts.isStringLiteral(node)) return asState ? [node.text] : [];
  if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) || ts.isSpreadAssignment(node))
    return literalsIn(node.expression, constants, asState);
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((part) => literalsIn(part, constants, asState));
  if (ts.isArrayLiteralExpression(node))
    return node.elements.flatMap((part) => literalsIn(part, constants, asState));
  if (ts.isIdentifier(node)) {
    const constant = constants.get(node.text);
    if (constant) return literalsIn(constant, new Map(), asState);
  }
  if (!ts.isObjectLiteralExpression(node)) return asState ? [`=${node.getText()}`] : [];
  return node.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return literalsIn(property.expression, constants, false);
    const name = property.name?.getText();
    if (name !== 'state') return [];
    if (ts.isShorthandPropertyAssignment(property)) return literalsIn(property.name, constants, true);
    return ts.isPropertyAssignment(property) ? literalsIn(property.initializer, constants, true) : [];
  });
}

function constantsOf(source: ts.SourceFile): Map<string, ts.Expression> {
  const constants = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer)
      constants.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return constants;
}

/** Every state that the file writes into the table as a literal, with the method by which it does. */
function literalStates({ file, text }: Source, table: string): Written[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const constants = constantsOf(source);
  const written: Written[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const [, called, method = ''] = /\.(\w+)\.(\w+)$/.exec(node.expression.getText()) ?? [];
      const [given] = node.arguments;
      if (called === table && writes.test(method) && given && ts.isObjectLiteralExpression(given))
        for (const part of given.properties)
          if (ts.isPropertyAssignment(part) && ['data', 'create', 'update'].includes(part.name.getText())) {
            const beginning = method.startsWith('create') || part.name.getText() === 'create';
            for (const state of literalsIn(part.initializer, constants, false))
              written.push({ at: file, method: beginning ? 'create' : 'update', state });
          }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return written;
}

/**
 * True where SQL sets a state by its name, or by a value for which the function that runs it has not asked the table
 * before.
 */
function writesStateBySql(text: string, model: string): boolean {
  const setting = text.replace(/WHERE[^`]*/g, '');
  return [...setting.matchAll(sqlThatSets(model))].some(({ index, 0: statement }) => {
    if (statement.endsWith("'")) return true;
    const within = setting.slice(0, index);
    const asked = within.slice(Math.max(within.lastIndexOf('function '), within.lastIndexOf('=> {')));
    return !/\b(stepOf|transitionFrom)\(/.test(asked);
  });
}

const sqlThatSets = (model: string) => new RegExp(`UPDATE "${model}" SET [^\`]*"state" = ['?$]`, 'g');

describe.each(lifecycles)('the life cycle of $table', ({ subject, table, lifecycle }) => {
  const sources = sourcesOf(subject);

  it('lets every state be reached', () => {
    expect([...reachableStates(lifecycle)].sort()).toEqual([...lifecycle.states].sort());
  });

  it('has no event that no use case takes', () => {
    const events = [...new Set(lifecycle.transitions.map(({ event }) => event))];
    const untaken = events.filter((event) => !sources.some((source) => takes(source, event)));
    expect(untaken).toEqual([]);
  });

  it('is asked by whoever changes a state: none is written by its name, or as somebody gave it', () => {
    const begins = [lifecycle.initial, ...(lifecycle.alsoBegins ?? [])];
    const byName = sources
      .flatMap((source) => literalStates(source, table))
      .filter(({ method, state }) =>
        method === 'update' ? !ofAStep.test(state) : !state.startsWith('=') && !begins.includes(state),
      );
    expect(byName).toEqual([]);
  });

  it('is passed by in no SQL', () => {
    const model = `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
    const bySql = sources.filter(({ text }) => writesStateBySql(text, model));
    expect(bySql.map(({ file }) => file)).toEqual([]);
  });
});

it('a test of this kind sees a state that SQL sets, unless the table was asked, and none that SQL asks for', () => {
  const setting = (value: string, asking = '') =>
    `function end() { ${asking} return sql(\`UPDATE "Ballot" SET "votes" = 1, "state" = ${value} WHERE "id" = ?\`); }`;
  for (const value of ["'closed'", '?', '${state}'])
    expect(writesStateBySql(setting(value), 'Ballot'), value).toBe(true);
  const asking = "const { to } = stepOf(ballotLifecycle, 'close');";
  expect(writesStateBySql(setting('?', asking), 'Ballot')).toBe(false);
  expect(writesStateBySql(setting("'closed'", asking), 'Ballot')).toBe(true);
  expect(writesStateBySql(`${setting('?', asking)} ${setting('?')}`, 'Ballot')).toBe(true);
  expect(writesStateBySql('`UPDATE "Ballot" SET "votes" = 1 WHERE "state" = ?`', 'Ballot')).toBe(false);
});

it('a test of this kind sees a state that is written by its name', () => {
  const text = `    await tx.prisma.ballot.updateMany({ where: {}, data: { ...columns } });
    await tx.prisma.ballot.update({ where: {}, data: yes ? { state: yes ? 'a' : step.to } : { reason } });
    await tx.prisma.other.update({ where: {}, data: { state: 'b' } });
    await tx.prisma.ballot.update({ where: {}, data: { state } });
    const columns = { state: 'open' };`;
  expect(literalStates({ file: 'x', text }, 'ballot').map(({ state }) => state)).toEqual([
    'open',
    'a',
    '=step.to',
    '=state',
  ]);
});
