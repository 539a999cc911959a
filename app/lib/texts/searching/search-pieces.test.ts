import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedPieces, indexedPieces } from './search-pieces';
import type { AskedPiece } from './search-pieces';

const holds = (pieces: readonly string[], { text, isBeginning }: AskedPiece) =>
  pieces.some((piece) => (isBeginning ? piece.startsWith(text) : piece === text));

/** Whether a text is found by a query: it has all the pieces. */
function finds(query: string, text: string): boolean {
  const pieces = indexedPieces(text);
  const { all } = askedPieces(query);
  return all.length > 0 && all.every((asked) => holds(pieces, asked));
}

/** Whether each part of the query stands in the text as it is written. */
function findsAsWritten(query: string, text: string): boolean {
  const pieces = indexedPieces(text);
  return askedPieces(query).written.every((run) =>
    pieces.some((_, from) => run.every((asked, at) => holds(pieces.slice(from + at, from + at + 1), asked))),
  );
}

const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
const rare = fc.constantFrom('𠮷', '𰻝', '〇', '々', '㐂', '𪚥');
const run = fc
  .array(fc.oneof({ weight: 9, arbitrary: han }, rare), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join(''));
const around = fc.constantFrom('', '，', '“', 'WiFi6', '２０２６', ' light ', '**', '\n\n', 'é', '（');

describe('pieces of a text and of a query', () => {
  it('find every stretch of Han characters of a text, whatever stands around it', () => {
    fc.assert(
      fc.property(
        run,
        run,
        around,
        around,
        fc.nat(),
        fc.nat(),
        (text, other, before, after, from, length) => {
          const characters = [...text];
          const start = from % characters.length;
          const query = characters.slice(start, start + 1 + (length % (characters.length - start))).join('');
          const whole = `${other}${before}${text}${after}${other}`;
          return finds(query, whole) && findsAsWritten(query, whole);
        },
      ),
    );
  });

  it('count a numeral of Chinese to the characters around it, also behind digits', () => {
    for (const text of ['2026〇一', '𠮷２０２６〇一𠮷', '3〡〢号'])
      for (const query of [...text].slice(-2))
        expect([text, query, finds(query, text)]).toEqual([text, query, true]);
    expect(finds('〇一', '２０２６〇一')).toBe(true);
  });

  it('find a text by itself, however it mixes scripts, widths, accents and signs', () => {
    const mixed = fc
      .array(fc.oneof(run, around, fc.string({ unit: 'grapheme', maxLength: 8 })), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join('').slice(0, 60));
    fc.assert(
      fc.property(
        mixed,
        (text) => askedPieces(text).all.length === 0 || finds(text, `又${text}又`) || finds(text, text),
      ),
    );
  });

  it.each([
    ['便河', '便河西路路口加装行人过街信号灯'],
    ['停车难', '小区停车难题如何一起解决'],
    ['灯', '路灯不亮'],
    ['路', '后巷的小路'],
    ['灭火', '楼道里的灭火器'],
    ['路燈', '路灯不亮'],
    ['路灯', '路燈不亮'],
    ['非機動車充電棚', '增设非机动车充电棚'],
    ['ＷｉＦｉ', '社区wifi覆盖'],
    ['wifi', '加装WiFi6路由器'],
    ['5g', '5G基站'],
    ['cafe', 'Café am Markt'],
    ['CAFÉ', 'cafe'],
    ['light', 'Crossing lights'],
    ['第1', '第12件'],
    ['2026年12', '2026年12月1日'],
    ['信号灯，路口', '路口的信号灯'],
    ['“信号灯”', '信号灯'],
    ['人行横道', '人行\n横道'],
    ['注意安全', '请**注意**安全'],
    ['路灯', '路\u200b灯'],
    ['路灯', '路\u{e0100}灯'],
    ['山路', '⼭路'],
  ])('%s finds %s', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['2号楼', '12号楼'],
    ['路灯', '路上的红灯'],
    ['ross', 'crossing'],
    ['a', 'at'],
  ])('%s does not find %s', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('tell what is written so from what has the same pieces elsewhere', () => {
    expect(findsAsWritten('停车难', '停车的车难找')).toBe(false);
    expect(finds('停车难', '停车的车难找')).toBe(true);
    expect(findsAsWritten('信号灯 路口', '路口的信号灯')).toBe(true);
    expect(findsAsWritten('路口5G基站', '在路口5G基站旁')).toBe(true);
  });

  it('are bounded for queries of any length', () => {
    const query = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');
    const { all, written } = askedPieces(query);
    expect(all).toHaveLength(64);
    expect(written.flat()).toHaveLength(64);
    expect(
      askedPieces(Array.from({ length: 100 }, (_, at) => `w${at}`).join(' ')).all.length,
    ).toBeLessThanOrEqual(64);
    expect(askedPieces('，。！《》 ').all).toEqual([]);
  });
});
