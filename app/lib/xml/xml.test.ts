import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, textOf } from './read-xml';
import { writeXml } from './write-xml';

describe('XML', () => {
  it('reads back every text that was written, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = readXml(writeXml(['a', [['b', `x${text}`]]]));
        expect(read.children[0]?.text).toBe(`x${text}`);
      }),
    );
    expect(readXml(writeXml(['a', 'x\u0000\u0007y\ud800z'])).text).toBe('xyz');
    expect(readXml(writeXml(['a', '<b>&amp;\r\n']))).toEqual({
      name: 'a',
      text: '<b>&amp;\r\n',
      children: [],
    });
  });

  it('reads declarations, comments, CDATA, attributes and references', () => {
    const read = readXml(
      '\ufeff<?xml version="1.0"?><!-- c --><r type="array"><i a=\'1\'><![CDATA[<&>]]></i><e/>&#x4e2d;&#25991;</r>',
    );
    expect(textOf(read, 'i')).toBe('<&>');
    expect(textOf(read, 'e')).toBeNull();
    expect(read.text).toBe('中文');
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a>&unknown;</a>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '</a>',
  ])('refuses %s', (source) => {
    expect(() => readXml(source)).toThrow();
  });

  it('refuses what is too deep', () => {
    expect(() => readXml('<a>'.repeat(200) + '</a>'.repeat(200))).toThrow('too deep');
  });
});
