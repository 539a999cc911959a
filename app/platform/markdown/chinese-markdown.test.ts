import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.server';

/** What stands in the first paragraph. */
const line = (source: string) =>
  renderMarkdown(source)
    .trim()
    .replace(/^<p>/, '')
    .replace(/<\/p>$/, '');
const links = (source: string) =>
  [...renderMarkdown(source).matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map((found) =>
    found.slice(1, 3),
  );

describe('a bare address', () => {
  const address = 'https://example.com/a?b=1&c=2';
  it.each([...'，。；：！？、）】》”’」』…—（【《“中㐀𠮷あ한０'])('ends before %s', (sign) => {
    const found = links(`详见${address}${sign}请看`);
    expect(found).toEqual([[address.replace('&', '&amp;'), address.replace('&', '&amp;')]]);
    expect(renderMarkdown(`详见${address}${sign}请看`)).toContain(`</a>${sign}请看`);
  });

  it.each([
    ['（https://example.com/a）', 'https://example.com/a'],
    ['见www.example.com，看', 'http://www.example.com'],
    ['www.example.com。', 'http://www.example.com'],
    ['《通知》：www.example.com/通知', 'http://www.example.com/'],
    ['https://example.com/a.请看', 'https://example.com/a'],
    ['(https://example.com/a)请看', 'https://example.com/a'],
    ['https://example.com/a_(b)，看', 'https://example.com/a_(b)'],
    ['https://example.com/straße/é', 'https://example.com/stra%C3%9Fe/%C3%A9'],
    ['HTTPS://EXAMPLE.COM，看', 'HTTPS://EXAMPLE.COM'],
    ['ftp://example.com/a，看', 'ftp://example.com/a'],
    ['写信给a@example.com，谢谢', 'mailto:a@example.com'],
    ['https://example.com/%E4%B8%AD，看', 'https://example.com/%E4%B8%AD'],
  ])('in %s leads to %s', (source, href) => {
    const shown = href.startsWith('ftp') ? [] : [href];
    expect(links(source).map(([to]) => to)).toEqual(shown);
  });

  it('takes a second one in the same sentence, and leaves those in brackets as they are', () => {
    expect(links('https://a.example/一，https://b.example/2；https://c.example').map(([to]) => to)).toEqual([
      'https://a.example/',
      'https://b.example/2',
      'https://c.example',
    ]);
    expect(links('[看](https://example.com/中文)<https://example.com/中>').map(([to]) => to)).toEqual([
      'https://example.com/%E4%B8%AD%E6%96%87',
      'https://example.com/%E4%B8%AD',
    ]);
    expect(links('没有 https://，也没有 www.，请看')).toEqual([]);
  });
});

describe('emphasis beside Chinese', () => {
  it.each([
    ['**注意：**请大家看', '<strong>注意：</strong>请大家看'],
    ['**“共治”**平台', '<strong>“共治”</strong>平台'],
    ['通知**（重要）**内容', '通知<strong>（重要）</strong>内容'],
    ['请*“旧”*的', '请<em>“旧”</em>的'],
    ['原~~“旧”~~新', '原<del>“旧”</del>新'],
    ['原~~（旧）~~新', '原<del>（旧）</del>新'],
    ['原~~(旧)~~新', '原<del>(旧)</del>新'],
    ['请看**(一)**这里', '请看<strong>(一)</strong>这里'],
    ['请看**"一"**这里', '请看<strong>&quot;一&quot;</strong>这里'.replaceAll('&quot;', '"')],
    ['共**50%**的人', '共<strong>50%</strong>的人'],
    ['共**3**个，*第3*条', '共<strong>3</strong>个，<em>第3</em>条'],
    ['***注意：***请', '<em><strong>注意：</strong></em>请'],
    ['**一、**甲；**二、**乙', '<strong>一、</strong>甲；<strong>二、</strong>乙'],
    ['**《条例》**第**3**条', '<strong>《条例》</strong>第<strong>3</strong>条'],
    ['**请看`码`。**然后', '<strong>请看<code>码</code>。</strong>然后'],
    [
      '**[链接](https://example.com)。**请',
      '<strong><a href="https://example.com" rel="nofollow noopener ugc">链接</a>。</strong>请',
    ],
    ['**𠮷：**野家', '<strong>𠮷：</strong>野家'],
    ['**はい。**そう', '<strong>はい。</strong>そう'],
    ['**bold** and *it*', '<strong>bold</strong> and <em>it</em>'],
    ['a **b c** d, **"e"** f', 'a <strong>b c</strong> d, <strong>"e"</strong> f'],
    ['snake_case_name', 'snake_case_name'],
    ['** 不是 **', '** 不是 **'],
    ['\\*\\*不是\\*\\*', '**不是**'],
  ])('%s', (source, html) => {
    expect(line(source)).toBe(html);
  });
});

describe('signs that are no marks', () => {
  it.each([
    '尺寸200*300*400毫米',
    '3*4*5',
    '长200*宽300*高400',
    '20cm*30cm*40cm',
    '2米*3米*4米',
    '长*宽*高',
    '1.5*2.5*3.5米',
    '2*3米、4*5米',
    '时间9:00~11:00，14:00~17:00',
    '3~5天，8~10天',
    '约 ~5 到 ~7 个',
    '2026. 12. 1 上午召开',
    '2026. 我们开始',
    '2026) 年',
    '26. 12. 1 上午召开',
  ])('%s stays as it is written', (text) => {
    expect(line(text)).toBe(text);
  });

  it('keep emphasis around them', () => {
    expect(line('**尺寸200*300*400毫米**')).toBe('<strong>尺寸200*300*400毫米</strong>');
    expect(line('改到*3月1日*开会')).toBe('改到<em>3月1日</em>开会');
    expect(line('*尺寸200*300毫米*的')).toBe('<em>尺寸200*300毫米</em>的');
    expect(line('~~9~11点~~')).toBe('<del>9~11点</del>');
    expect(line('`200*300`和[2*3*4](https://example.com/2*3*4)')).toContain(
      'href="https://example.com/2*3*4"',
    );
  });

  it('are no list within a list, a quotation or code either', () => {
    expect(renderMarkdown('1. 会议\n2026. 12. 1 上午召开\n2. 其他')).toBe(
      '<ol>\n<li>会议<br />2026. 12. 1 上午召开</li>\n<li>其他</li>\n</ol>\n',
    );
    expect(renderMarkdown('> 2026. 12. 1 上午').replaceAll('\n', '')).toBe(
      '<blockquote><p>2026. 12. 1 上午</p></blockquote>',
    );
    expect(renderMarkdown('```\n2026. 12. 1\n```')).toBe('<pre><code>2026. 12. 1\n</code></pre>\n');
    expect(renderMarkdown('- 2026. 12. 1 召开')).toBe('<ul>\n<li>2026. 12. 1 召开</li>\n</ul>\n');
  });

  it('leave lists as they were', () => {
    expect(renderMarkdown('1. 甲\n2. 乙')).toBe('<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>\n');
    expect(renderMarkdown('12. 甲\n13. 乙')).toBe('<ol start="12">\n<li>甲</li>\n<li>乙</li>\n</ol>\n');
    expect(renderMarkdown('1. 3 号楼加装电梯')).toBe('<ol>\n<li>3 号楼加装电梯</li>\n</ol>\n');
  });
});

describe('boxes of tasks', () => {
  const box = (checked: boolean) =>
    `<span role="checkbox" aria-checked="${checked}" aria-disabled="true">${checked ? '☑' : '☐'}</span> `;

  it('show what is done and what is not, to read only', () => {
    expect(renderMarkdown('- [ ] 待办\n- [x] 已办\n- [X]办好')).toBe(
      `<ul>\n<li>${box(false)}待办</li>\n<li>${box(true)}已办</li>\n<li>${box(true)}办好</li>\n</ul>\n`,
    );
    expect(renderMarkdown('1. [x] **办**\n\n2. [ ] 未办')).toContain(
      `<p>${box(true)}<strong>办</strong></p>`,
    );
  });

  it('are no links, and nothing else becomes one', () => {
    expect(renderMarkdown('- [x](https://example.com)')).toContain('<a href="https://example.com"');
    expect(renderMarkdown('[x] 正文')).toBe('<p>[x] 正文</p>\n');
    expect(renderMarkdown('<input type="checkbox" checked>')).not.toContain('<input');
    expect(renderMarkdown('<span role="button" onclick="x()" aria-checked="mixed" style="a">字</span>')).toBe(
      '<p><span>字</span></p>\n',
    );
  });
});
