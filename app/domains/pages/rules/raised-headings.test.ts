import { expect, it } from 'vitest';
import { raisedHeadings } from './raised-headings';

it.each([
  ['<p>one</p>', '<p>one</p>'],
  ['<h3>a</h3><h4>b</h4>', '<h2>a</h2><h3>b</h3>'],
  ['<h4>a</h4><p>x</p><h5>b</h5><h4>c</h4>', '<h2>a</h2><p>x</p><h3>b</h3><h2>c</h2>'],
  ['<h6>a</h6>', '<h2>a</h2>'],
])('a page of its own begins at h2: %s', (html, raised) => {
  expect(raisedHeadings(html)).toBe(raised);
});
