import { describe, expect, it } from 'vitest';
import { queryWords, segmentWords } from './segment-words';

describe('segmentWords', () => {
  it('cuts Chinese and English words, lower-cased, without punctuation', () => {
    expect(segmentWords('Beijing Road, 北京路！')).toEqual(
      expect.arrayContaining(['beijing', 'road', '北京', '京路']),
    );
    expect(segmentWords('，。！ ')).toEqual([]);
  });

  it('takes full-width letters and digits for the usual ones', () => {
    expect(segmentWords('ＡＢＣ１２')).toEqual(segmentWords('abc12'));
  });

  it('names each word once', () => {
    const words = segmentWords('步道 步道 步道');
    expect(words).toEqual([...new Set(words)]);
  });
});

describe('queryWords', () => {
  it.each(['信号灯', '江津路', '健身步道', '沙市区中山街道'])(
    'asks only for what a text with %s has',
    (name) => {
      const indexed = new Set(segmentWords(`关于在${name}旁的建议`));
      expect(queryWords(name).filter((word) => !indexed.has(word))).toEqual([]);
    },
  );

  it('asks for a bounded number of words', () => {
    expect(queryWords('加装电梯 '.repeat(500)).length).toBeLessThanOrEqual(20);
    expect(queryWords(Array.from({ length: 100 }, (_, at) => `w${at}`).join(' '))).toHaveLength(20);
  });
});
