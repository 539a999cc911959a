import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.server';
import { needs } from '../../../tests/setup/needs';

const dangerous =
  /<(script|iframe|object|embed|svg|style|form|input|link|meta|base)\b|\son\w+\s*=\s*["']|(href|src)\s*=\s*["']?\s*(javascript|vbscript|data):/i;

describe('Markdown', () => {
  it('becomes HTML with headings below the page’s own', () => {
    expect(renderMarkdown('# 提案\n\n**重点**')).toBe('<h3>提案</h3>\n<p><strong>重点</strong></p>\n');
  });

  it.each([
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '![x](https://elsewhere.example/a.png)',
    '<a href="jAvAsCrIpT:alert(1)">x</a>',
    '<svg onload=alert(1)>',
    '<iframe src="//evil.example"></iframe>',
  ])('takes the harm out of %s', (source) => {
    const html = renderMarkdown(source);
    expect(html).not.toMatch(dangerous);
    expect(html).not.toMatch(/<img/);
  });

  it('keeps pictures of the portal', () => {
    expect(renderMarkdown('![路口](/files/01ABC)')).toContain('<img src="/files/01ABC" alt="路口"');
  });

  const vectors = '../shared/data/xss/h5sc-vectors.json';
  it('withstands the H5SC vectors', needs(existsSync(vectors), vectors), () => {
    const text = readFileSync(vectors, 'utf8');
    const entries = JSON.parse(text) as unknown[];
    const sources = (Array.isArray(entries) ? entries : Object.values(entries as object)).map((entry) =>
      typeof entry === 'string' ? entry : JSON.stringify(entry),
    );
    expect(sources.length).toBeGreaterThan(100);
    for (const entry of entries as { data?: string; vector?: string }[]) {
      const source = entry.data ?? entry.vector ?? JSON.stringify(entry);
      expect(renderMarkdown(source)).not.toMatch(dangerous);
    }
  });
});
