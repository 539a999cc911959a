import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** Why Chinese words stand in a file that is no catalogue: they are read, not said, or lie in both languages. */
const reasons = {
  official: 'the headings of a form that the ministry lays down, in Chinese for all',
  name: 'stands as the name of a certificate',
  read: 'words of tables and texts that people bring, which are recognised, or of an address, which is folded',
  term: 'terms and holidays of the law, which have no English of their own; the page says them by its catalogue',
  operator: 'what an operator reads of a setting, with its Chinese name, or sets in its place',
} as const;

const withWords: Record<string, keyof typeof reasons> = {
  'app/domains/ballots/roll/read-roll.ts': 'read',
  'app/domains/territory/rules/read-new-areas.ts': 'read',
  'app/domains/workorders/lifecycle.ts': 'term',
  'app/domains/workorders/rules/deadlines/holidays.ts': 'term',
  'app/lib/geo/plain-place.ts': 'read',
  'app/platform/configuration.server.ts': 'operator',
  'app/platform/crypto/signing-authority.server.ts': 'name',
  'app/platform/identity-service/identity-service-settings.ts': 'operator',
  'app/platform/markdown/chinese-rules.ts': 'read',
  'app/routes/volunteering+/record[.]csv.ts': 'official',
};

/** Where the signs of Chinese may stand: elsewhere English readers would meet them (`punctuationOf` knows both languages). */
const withSigns: Record<string, string> = {
  'app/domains/agreements/documents/document-text.server.ts': 'law',
  'app/domains/agreements/signing/audit-text.server.ts': 'law',
  'app/domains/agreements/signing/sign-field.server.ts': 'law',
  'app/domains/workorders/rules/deadlines/holidays.ts': 'law',
  'app/lib/texts/message-signature.ts': 'law',
  'app/platform/markdown/render-in-full.server.ts': 'signed',
  'app/platform/pdf/document-blocks.ts': 'signed',
  'app/routes/volunteering+/record[.]csv.ts': 'law',
};
const reasonsOfSigns = {
  law: 'papers, forms and names that are in the language of the law for all',
  signed: 'stands behind the links of a text that people wrote and sign, whatever the reader speaks',
} as const;

/** Where the zone may be named: what holds where nobody configured another. */
const withZone = ['app/components/ui/figures/time-zone.ts', 'app/platform/configuration.server.ts'];

const zone =
  /^(?:[+-]0?8(?::?00)?|(?:UTC|GMT)\+0?8(?::00)?|.*(?:\+08:00|Asia\/(?:Shanghai|Chongqing|Urumqi)).*)$/;
const hours = /^8 \* (?:60 \* 60|3_?600)/;
const sign = /[、，。：；？！（）「」『』《》【】]/;
const chinese = /\p{Script=Han}(?:[^\p{Script=Han}]{0,2}\p{Script=Han}){2,}/u;

interface Found {
  words: string[];
  signs: string[];
  zones: string[];
}

/** The literals of a source that say something in Chinese, and those that fix the zone. */
function literalsOf(file: string, text: string): Found {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Found = { words: [], signs: [], zones: [] };
  const visit = (node: ts.Node): void => {
    const said =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node) ||
      ts.isJsxText(node)
        ? node.text
        : null;
    if (said !== null && chinese.test(said)) found.words.push(said);
    if (said !== null && sign.test(said)) found.signs.push(said);
    if (said !== null && zone.test(said)) found.zones.push(said);
    if (ts.isBinaryExpression(node) && hours.test(node.getText())) found.zones.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => `app/${file}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^app\/i18n\/|\/generated\//.test(file));
const found = new Map(files.map((file) => [file, literalsOf(file, readFileSync(file, 'utf8'))]));
const having = (what: keyof Found) => files.filter((file) => (found.get(file)?.[what].length ?? 0) > 0);

it('Chinese sentences stand in the catalogues, or say why they stand elsewhere', () => {
  expect(files.length).toBeGreaterThan(500);
  expect(having('words').sort()).toEqual(Object.keys(withWords).sort());
  expect(Object.values(withWords).filter((why) => !(why in reasons))).toEqual([]);
});

it('signs of Chinese stand where all is Chinese, or say why they stand elsewhere', () => {
  expect(having('signs').sort()).toEqual(Object.keys(withSigns).sort());
  expect(Object.values(withSigns).filter((why) => !(why in reasonsOfSigns))).toEqual([]);
});

it('the time zone is fixed nowhere but where it is configured', () => {
  expect(having('zones').sort()).toEqual(withZone);
});

it('a test of this kind sees a sentence and a zone', () => {
  const text =
    "const a = '您的提案已经发布'; const b = at + 8 * 3600_000; const c = `${day}T00:00+08:00`; const d = '、';";
  expect(literalsOf('x.ts', text)).toEqual({
    words: ['您的提案已经发布'],
    signs: ['、'],
    zones: ['8 * 3600_000', 'T00:00+08:00'],
  });
});
