import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { Marks, marked } from '../../scripts/client-words/read-words.mjs';
import { usedKeys } from '../../scripts/client-words/used-keys.mjs';

const catalogue = {
  'zh-CN': { title: '提案', new: '写提案', 'state.open': '开放', 'state.closed': '关闭', other: '其他' },
  en: {
    title: 'Proposals',
    new: 'Write',
    'state.open': 'Open',
    'state.closed': 'Closed',
    other: { one: 'one', other: 'many' },
  },
};

/** The keys of the catalogue that this code may ask for; null for all, also those that it is handed. */
function keysIn(code: string): string[] | null {
  const patterns = usedKeys(parseAst(code), ['proposals']).get('proposals') as RegExp[] | null;
  return patterns && Object.keys(catalogue.en).filter((key) => patterns.some((one) => one.test(key)));
}

describe('the words that a module asks for', () => {
  it.each([
    ["const t = useText(proposals); t('title'); t('new', { count: 1 });", ['title', 'new']],
    ["const t = useText(proposals); t(open ? 'title' : 'new');", ['title', 'new']],
    ['const t = useText(proposals); t(`state.${state}`);', ['state.open', 'state.closed']],
    ["textIn(locale, proposals)('title');", ['title']],
    ["function Page() { const t = useText(proposals); return jsx('p', { children: t('new') }); }", ['new']],
    ["const t = useText(common); t('title');", []],
    [
      'const key = `state.${x}`; hasKey(proposals, key) ? useText(proposals)(key) : key;',
      ['state.open', 'state.closed'],
    ],
    [
      "const t = useText(proposals); const word = (key) => hasKey(proposals, key) ? t(key) : key; word('new'); word(`state.${x}`);",
      ['new', 'state.open', 'state.closed'],
    ],
    ["const t = useText(proposals); function word(key) { return t(key); } word('new');", ['new']],
    [
      "const t = useText(proposals); const keys = ['title', 'new']; keys.map((key) => t(key));",
      ['title', 'new'],
    ],
    [
      "const t = useText(proposals); const words = { a: 'title', b: 'new' }; t(words[which]);",
      ['title', 'new'],
    ],
    ["const t = useText(proposals); const words = { t: 1 }; words.t; t('title');", ['title']],
    ["const t = useText(proposals); const f = (t) => t('new'); f(0); t('title');", ['title', 'new']],
  ])('are those that can be seen: %s', (code, keys) => {
    expect(keysIn(code)?.sort()).toEqual([...keys].sort());
  });

  it.each([
    ['const t = useText(proposals); t(key);'],
    ['const t = useText(proposals); t(`${state}`);'],
    ["const t = useText(proposals); t('title'); jsx(Part, { t });"],
    ["const t = useText(proposals); t('title'); jsx(Part, { words: t });"],
    ["const t = useText(proposals); keys.map(t); t('title');"],
    ["const t = useText(proposals); export { t }; t('title');"],
    ['hasKey(proposals, key);'],
    ["const t = useText(proposals); const word = (key) => t(key); word('new'); show(word);"],
    ["const t = useText(proposals); const word = ({ key }) => t(key); word({ key: 'new' });"],
    ['const t = useText(proposals); export const word = (key) => t(key); export { word };'],
    ["const t = useText(proposals); const a = (key) => t(key); const b = (key) => a(key); b('new'); a(key);"],
    ["export const word = (key) => textIn(locale, proposals)(key); word('new');"],
    ['export function word(key) { const t = useText(proposals); return t(key); }'],
    ['export function useWord() { const t = useText(proposals); return (key) => t(key); }'],
    ['function useWord() { const t = useText(proposals); return function word(key) { return t(key); }; }'],
    ["const t = useText(proposals); let key = 'new'; key = other; t(key);"],
    ["const t = useText(proposals); const words = { ...others, a: 'title' }; t(words[which]);"],
    ['const t = useText(proposals); others.map((key) => t(key));'],
    ['const t = useText(proposals); entries.map(([key]) => t(key));'],
    ['const words = proposals;'],
    ['show(useText(proposals));'],
  ])('are all where one may be meant that cannot be seen: %s', (code) => {
    expect(keysIn(code)).toBeNull();
  });
});

describe('marks', () => {
  it('become the words of one language, and tell when a text was changed', () => {
    const marks = new Marks();
    const table = JSON.stringify(marked(marks, catalogue));
    expect(JSON.parse(marks.filled(table, 'zh-CN'))).toEqual(catalogue['zh-CN']);
    expect(JSON.parse(marks.filled(table, 'en'))).toEqual(catalogue.en);
    const changed = { ...catalogue, en: { ...catalogue.en, title: 'All proposals' } };
    expect(JSON.stringify(marked(new Marks(), changed))).not.toBe(table);
  });

  it('that stand where no text can be put are a fault of the build', () => {
    const marks = new Marks();
    const mark = marks.of({ 'zh-CN': '提案', en: 'Proposal' });
    expect(() => marks.filled(`"say ${mark}"`, 'en')).toThrow('A mark stands where no text can be put');
  });
});
