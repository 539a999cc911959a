/**
 * Tables of a subject are read and written by that subject alone; others ask its index. Each model of
 * prisma/schema/<subject>.prisma belongs to app/domains/<subject>. What is older than the rule stands in
 * tables-of-others.json, which may only shrink: an entry that is needed no longer fails too.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const exceptions = JSON.parse(readFileSync(new URL('tables-of-others.json', import.meta.url), 'utf8'));

/** Schema files whose tables belong to a folder of another name; '' is app/domains itself. */
const otherFolders = { workbench: 'workorders', acts: '' };

const reads = ['findMany', 'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow'];
const readers = new Set([...reads, 'count', 'aggregate', 'groupBy']);
const changes = [
  'create',
  'createMany',
  'createManyAndReturn',
  'update',
  'updateMany',
  'updateManyAndReturn',
];
const writers = new Set([...changes, 'upsert', 'delete', 'deleteMany']);

function ownersOfTables() {
  const folder = path.join(root, 'prisma/schema');
  const owners = new Map();
  for (const file of readdirSync(folder)) {
    const subject = path.basename(file, '.prisma');
    for (const [, model] of readFileSync(path.join(folder, file), 'utf8').matchAll(/^model (\w+)/gm))
      owners.set(model, otherFolders[subject] ?? subject);
  }
  return owners;
}

const owners = ownersOfTables();
const modelOf = new Map([...owners.keys()].map((model) => [model[0].toLowerCase() + model.slice(1), model]));

/** The folder of app/domains that the file stands in, '' for app/domains itself; null elsewhere. */
function subjectOf(file) {
  const [, inside] = /^app\/domains\/(.+)$/.exec(file) ?? [];
  if (inside === undefined) return null;
  return inside.includes('/') ? inside.split('/')[0] : '';
}

/** The tables that a piece of SQL names, each with whether it changes them. */
function tablesInSql(text) {
  return [...text.matchAll(/\b(from|join|into|update)\s+"(\w+)"/gi)].map(([, verb, model], at, all) => ({
    model,
    writes:
      /into|update/i.test(verb) || (/from/i.test(verb) && /delete\s+$/i.test(text.slice(0, all[at].index))),
  }));
}

for (const file of [...Object.keys(exceptions.read), ...Object.keys(exceptions.written)])
  if (!existsSync(path.join(root, file)))
    throw new Error(`scripts/lint/tables-of-others.json names ${file}, which is not there: take it out`);

/** @type {import('eslint').Rule.RuleModule} */
export const tablesByOwner = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      read: '{{model}} belongs to {{owner}}: ask app/domains/{{owner}}/index.server.ts.',
      written: '{{model}} belongs to {{owner}}, which alone writes it: call a use case of its index.',
      needless: '{{model}} is not {{how}} here any more: take it out of scripts/lint/tables-of-others.json.',
    },
  },
  create(context) {
    const file = path.relative(root, context.filename).split(path.sep).join('/');
    const subject = subjectOf(file);
    if (subject === null) return {};
    const allowed = { read: exceptions.read[file] ?? [], written: exceptions.written[file] ?? [] };
    const met = { read: new Set(), written: new Set() };
    const touch = (node, model, writes) => {
      const owner = owners.get(model);
      if (owner === undefined || owner === subject) return;
      const how = writes ? 'written' : 'read';
      met[how].add(model);
      if (!allowed[how].includes(model))
        context.report({ node, messageId: how, data: { model, owner: owner || 'domains' } });
    };
    const sql = (node, text) => {
      for (const { model, writes } of tablesInSql(text)) touch(node, model, writes);
    };
    return {
      'CallExpression > MemberExpression.callee'({ object, property, parent }) {
        const writes = writers.has(property.name);
        if (!writes && !readers.has(property.name)) return;
        const name = object.type === 'MemberExpression' ? object.property.name : object.name;
        const model = modelOf.get(name);
        if (model) touch(parent, model, writes);
      },
      Literal: (node) => typeof node.value === 'string' && sql(node, node.value),
      TemplateElement: (node) => sql(node, node.value.raw),
      'Program:exit'(node) {
        for (const how of ['read', 'written'])
          for (const model of allowed[how])
            if (!met[how].has(model)) context.report({ node, messageId: 'needless', data: { model, how } });
      },
    };
  },
};
