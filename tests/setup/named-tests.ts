import ts from 'typescript';

/** A title as it stands in the source: its words, and between them what only a run puts in. */
export type Title = readonly string[];

const gap = /%[sdifjo#%]|\$\{?[\w.]+\}?/;
const partsOf = (text: string): Title => text.split(gap);

/** What a call gives as its title: a literal, with gaps where a template or a table puts something in. */
function titleOf(node: ts.Node | undefined): Title | null {
  if (node === undefined) return null;
  if (ts.isStringLiteralLike(node)) return partsOf(node.text);
  if (!ts.isTemplateExpression(node)) return null;
  const [first, ...rest] = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return [...partsOf(first ?? ''), ...rest.flatMap(partsOf)];
}

/** `it`, `describe.each(rows)`, `test.for(rows)`: what stands at the bottom of what is called. */
function calledBy(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return calledBy(node.expression);
  return '';
}

/** One behind the other, with a blank between as a reporter writes them. */
function joined(above: Title, below: Title): Title {
  if (above.length === 0) return below;
  const [first = '', ...rest] = below;
  return [...above.slice(0, -1), `${above.at(-1) ?? ''} ${first}`, ...rest];
}

/** The full names of the tests of a source, as its describes and its tests say them. */
export function testsIn(text: string): Title[] {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest, true);
  const found: Title[] = [];
  const visit = (node: ts.Node, above: Title): void => {
    let within = above;
    if (ts.isCallExpression(node)) {
      const called = calledBy(node.expression);
      const own = ['describe', 'it', 'test'].includes(called) ? titleOf(node.arguments[0]) : null;
      if (own !== null) within = joined(above, own);
      if (own !== null && called !== 'describe') found.push(within);
    }
    ts.forEachChild(node, (child) => visit(child, within));
  };
  visit(source, []);
  return found;
}

/** How much of the words stands at the end of the one part and at the beginning of the next; 0 where both cannot be. */
function overGap(words: string, part: string, next: string): number {
  let most = 0;
  for (let length = Math.min(part.length, words.length); length >= 0; length -= 1) {
    if (!part.endsWith(words.slice(0, length))) continue;
    const rest = words.slice(length);
    for (let tail = Math.min(next.length, rest.length); tail >= 0; tail -= 1)
      if (next.startsWith(rest.slice(rest.length - tail))) {
        most = Math.max(most, length + tail);
        break;
      }
  }
  return most;
}

/** Whether words can stand in a name: in one part of it, or over a gap that fills less than two thirds of them. */
export function canHold(title: Title, words: string): boolean {
  if (title.some((part) => part.includes(words))) return true;
  return title.slice(0, -1).some((part, at) => overGap(words, part, title[at + 1] ?? '') > words.length / 3);
}

/** The text of a message in which a check puts names, in parts. */
export const messageParts = (text: string): Title => text.split(/\{\{\w+\}\}/);
