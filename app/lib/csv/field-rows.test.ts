import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { fieldRows } from './field-rows';
import type { UnclosedQuote } from './field-rows';

const rows = (text: string, delimiter: ',' | ';' = ',') =>
  [...fieldRows(text, delimiter)].map(({ line, fields }) => [line, ...fields]);

it('reads quoted fields with their line ends, and says on which line each row begins', () => {
  expect(rows('a,b\n"1\n2",",""x"""\r\n\n3,4')).toEqual([
    [1, 'a', 'b'],
    [2, '1\n2', ',"x"'],
    [5, '3', '4'],
  ]);
});

it('ends rows at LF, CRLF and CR, and leaves out rows of blanks', () => {
  expect(rows('a;b\rc;d\r\n ; ;\ne;f\r', ';')).toEqual([
    [1, 'a', 'b'],
    [2, 'c', 'd'],
    [4, 'e', 'f'],
  ]);
});

it('keeps a quote inside a field as it stands', () => {
  expect(rows('Park "Zielony";1\n"a" b;2', ';')).toEqual([
    [1, 'Park "Zielony"', '1'],
    [2, 'a b', '2'],
  ]);
});

it.each([
  ['a,b\n"1,2\n', 2],
  ['a\n"x\ny","z', 3],
])('names the line of a quote that is never closed', (text, line) => {
  expect(() => rows(text)).toThrow(expect.objectContaining({ line }) as UnclosedQuote);
});

it('reads what csv-parse reads', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '汉'), maxLength: 5 });
  const line = fc
    .array(cell, { minLength: 2, maxLength: 4 })
    .filter((cells) => cells.some((one) => one.trim()));
  const written = (cells: string[]) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (lines, ending) => {
      const text = lines.map((cells) => written(cells) + ending).join('');
      const read = rows(text).map(([, ...fields]) => fields);
      expect(read).toEqual(parse(text, { relax_column_count: true }));
    }),
  );
});
