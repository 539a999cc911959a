/**
 * Every URL stands in app/paths.ts and the files beside it. What a text or the first piece of a template begins with, after the portal's own
 * address or not, may elsewhere be no path of a page: `/proposals/${id}` is `paths.proposal(id)`. Nor is one composed of
 * one that is asked for: `${paths.api}/x`.
 */
import { readdirSync, readFileSync } from 'node:fs';

const app = new URL('../../app/', import.meta.url);
const written = readdirSync(app)
  .filter((file) => /^paths[\w-]*\.ts$/.test(file))
  .map((file) => readFileSync(new URL(file, app), 'utf8'))
  .join('\n');

/** The first parts of all URLs: `proposals` of `/proposals/${id}/edit`. */
const firstParts = new Set([...written.matchAll(/['`]\/([a-z0-9-]+)/g)].map(([, part]) => part));

/** The path of a page that a text begins with; null where it begins with none. */
function pathIn(text) {
  const [, part] = /^\/([a-z0-9-]+)(?:[/?#.]|$)/.exec(text) ?? [];
  return part !== undefined && firstParts.has(part) ? part : null;
}

const importing = new Set([
  'ImportDeclaration',
  'ImportExpression',
  'ExportNamedDeclaration',
  'TSLiteralType',
]);

/** @type {import('eslint').Rule.RuleModule} */
export const pathsWrittenOnce = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      written: 'The URLs of /{{part}} stand in app/paths.ts: ask paths for it.',
      composed: 'A URL below another stands in app/paths.ts, too: ask paths for it.',
    },
  },
  create(context) {
    const check = (node, text) => {
      const part = pathIn(text);
      if (part) context.report({ node, messageId: 'written', data: { part } });
    };
    return {
      Literal(node) {
        if (typeof node.value === 'string' && !importing.has(node.parent.type)) check(node, node.value);
      },
      TemplateLiteral(node) {
        const [first, second] = node.quasis;
        check(node, first.value.raw);
        // After the address of the portal: `${publicUrl}/files/${id}`.
        if (first.value.raw === '' && second) check(node, second.value.raw);
        node.expressions.forEach((expression, at) => {
          const isPath = expression.type === 'MemberExpression' && expression.object.name === 'paths';
          if (isPath && node.quasis[at + 1]?.value.raw.startsWith('/'))
            context.report({ node, messageId: 'composed' });
        });
      },
    };
  },
};
