import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const catalogues = 'app/i18n/zh-CN';
const sources = ['app', 'prisma/seed'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.includes('generated'))
    .filter((file) => !/^i18n\/(zh-CN|en)\//.test(file))
    .map((file) => path.join(folder, file)),
);

const parsed = (file: string) =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);

function eachNode(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => eachNode(child, see));
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The keys that the sources may ask for: texts and names of properties as they stand, templates as patterns. */
function asked(): (key: string) => boolean {
  const texts = new Set<string>();
  const patterns: RegExp[] = [];
  for (const file of sources)
    eachNode(parsed(file), (node) => {
      if (ts.isStringLiteralLike(node)) texts.add(node.text);
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) texts.add(node.name.text);
      if (!ts.isTemplateExpression(node)) return;
      const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
      if (parts.some((part) => /[a-z]/.test(part)))
        patterns.push(new RegExp(`^${parts.map(escaped).join('.+')}$`));
    });
  return (key) => texts.has(key) || patterns.some((pattern) => pattern.test(key));
}

function keysOf(file: string): string[] {
  const keys: string[] = [];
  eachNode(parsed(path.join(catalogues, file)), (node) => {
    if (ts.isPropertyAssignment(node) && (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)))
      keys.push(node.name.text);
  });
  return keys;
}

/** Read by a template without a word of its own. */
const otherwise = ['open311.ts immediate_danger.yes', 'open311.ts immediate_danger.no'];

it('every word of a catalogue is asked for by some source', () => {
  const isAsked = asked();
  const dead = readdirSync(catalogues).flatMap((file) =>
    keysOf(file)
      .filter((key) => !isAsked(key))
      .map((key) => `${file} ${key}`),
  );
  expect(dead.filter((word) => !otherwise.includes(word))).toEqual([]);
});
