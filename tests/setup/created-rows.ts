import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface CreatedRow {
  /** Name of the file and model: `post-comment.server.ts Comment`. */
  where: string;
  once: boolean;
}

/** The models of the schema, as the client spells them. */
function models(): Map<string, string> {
  const names = readdirSync('prisma/schema').flatMap((file) =>
    Array.from(
      readFileSync(path.join('prisma/schema', file), 'utf8').matchAll(/^model (\w+)/gm),
      ([, name = '']) => name,
    ),
  );
  return new Map(names.map((name) => [name.charAt(0).toLowerCase() + name.slice(1), name]));
}

const onces = ['doOnce', 'doOnceWithSecret'];
const creating = ['create', 'createMany', 'upsert'];

/** The models of which rows are made in a source, and whether inside `doOnce`. */
function madeIn(source: ts.SourceFile, known: Map<string, string>): { model: string; once: boolean }[] {
  const made: { model: string; once: boolean }[] = [];
  const visit = (node: ts.Node, once: boolean): void => {
    let within = once;
    if (ts.isCallExpression(node)) {
      const called = node.expression;
      if (ts.isIdentifier(called) && onces.includes(called.text)) within = true;
      if (ts.isPropertyAccessExpression(called) && creating.includes(called.name.text)) {
        const table = called.expression;
        const model = ts.isPropertyAccessExpression(table) ? known.get(table.name.text) : undefined;
        if (model) made.push({ model, once });
      }
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) {
      const inserted = /INSERT INTO "(\w+)"/.exec(node.text)?.[1];
      if (inserted && [...known.values()].includes(inserted)) made.push({ model: inserted, once });
    }
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(source, false);
  return made;
}

/** Every place among the domains where rows are made. */
export function createdRows(): CreatedRow[] {
  const known = models();
  return readdirSync('app/domains', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.server.ts'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join('app/domains', file), 'utf8');
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      return madeIn(source, known).map(({ model, once }) => ({
        where: `${path.basename(file)} ${model}`,
        once,
      }));
    });
}
