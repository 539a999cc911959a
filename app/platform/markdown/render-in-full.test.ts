import { describe, expect, it } from 'vitest';
import { renderInFull } from './render-in-full.server';
import { blocksOfMarkdown, textOfBlocks } from '../pdf/document-blocks';

const shownOnPage = (source: string) => renderInFull(source).replaceAll(/<[^>]*>/g, '');
const shownOnPaper = (source: string) => textOfBlocks(blocksOfMarkdown(source));

describe('a text that is signed', () => {
  it.each([
    ['a comment', '甲方提供场地。\n\n<!-- 乙方放弃全部权利 -->'],
    ['a style sheet', '甲方提供场地。\n\n<style>乙方放弃全部权利</style>'],
    ['a definition', '甲方提供场地。\n\n[注]: https://e.com "乙方放弃全部权利"'],
    ['the title of a link', '见[章程](https://e.com/a "乙方放弃全部权利")。'],
    ['a picture of another host', '![乙方放弃全部权利](https://e.com/a.png)'],
    ['a cell beyond the table', '| 甲 |\n| - |\n| 乙 | 乙方放弃全部权利 |'],
    ['the language of code', '```乙方放弃全部权利\n甲\n```'],
  ])('hides no words in %s', (_what, source) => {
    for (const shown of [shownOnPage(source), shownOnPaper(source)])
      expect(shown).toContain('乙方放弃全部权利');
  });

  it('stands as Markdown where that shows all of it', () => {
    const source =
      '一段**重要**的话，见[章程](https://e.com/a)。\n\n1. 第一项\n2. 第二项\n   - [x] 细目\n\n> 引文\n\n| 甲 | 乙 |\n| - | - |\n| 丙 | 丁 |';
    const html = renderInFull(source);
    for (const part of [
      '<strong>重要</strong>',
      '</a>（https://e.com/a）',
      '<ol>',
      '<blockquote>',
      '<table>',
    ])
      expect(html).toContain(part);
    expect(shownOnPaper(source)).toContain('1.第一项');
    expect(renderInFull('2026. 12. 1 起生效')).toContain('2026. 12. 1');
    expect(shownOnPaper('2026. 12. 1 起生效')).toContain('2026. 12. 1');
  });

  it('keeps on paper what is struck out', () => {
    expect(shownOnPaper('乙方~~不~~承担费用')).toBe('乙方~~不~~承担费用');
  });

  it('costs no more than its length is worth, whatever it is made of', () => {
    const before = performance.now();
    for (const piece of ['> ', '[', '*a ', '- ', '![](', '`', '<a ', '| '])
      for (const source of [
        piece.repeat(30_000 / piece.length),
        `${piece.repeat(10_000 / piece.length)}甲`,
      ]) {
        shownOnPaper(source);
        renderInFull(source);
      }
    expect(performance.now() - before).toBeLessThan(8000);
  });
});
