import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesCaller } from './names-caller';

const caller = { name: '王小明', phone: '138 0000-1234' };

describe('words that give a caller away', () => {
  it('name the person or the number, however it is written', () => {
    expect(namesCaller(['王小明反映路灯不亮'], caller)).toBe(true);
    expect(namesCaller(['路灯不亮', '电话１３８００００１２３４'], caller)).toBe(true);
    expect(namesCaller(['路灯不亮', '回电 138-0000-1234'], caller)).toBe(true);
    for (const phone of ['+86 138 0000 1234', '0086-13800001234'])
      expect(namesCaller(['回电 138-0000-1234'], { name: '', phone })).toBe(true);
    expect(namesCaller(['路灯不亮', '东门 138 号'], caller)).toBe(false);
    expect(namesCaller(['王先生反映路灯不亮'], { name: '', phone: '' })).toBe(false);
    expect(namesCaller(['12 号楼'], { name: '王', phone: '12' })).toBe(false);
  });

  it('are spread over a field, have their dot in several signs, or are dialled within the place', () => {
    for (const [name, text] of [
      ['张 三', '张三反映路灯不亮'],
      ['张　三', '请联系张三'],
      ['张三', '张 三反映路灯不亮'],
      ['张三', '张\u200b三反映路灯不亮'],
      ['阿卜杜拉·买买提', '阿卜杜拉•买买提反映'],
    ] as const)
      expect(namesCaller([text], { name, phone: '' }), text).toBe(true);
    expect(namesCaller(['The lights are out'], { name: 'Li', phone: '' })).toBe(false);
    for (const phone of ['0716-8123456', '0716-8123456转12', '+86 716 8123456', '8123456'])
      expect(namesCaller(['请回电 812 3456'], { name: '', phone }), phone).toBe(true);
    for (const phone of ['010-65123456', '021 6512 3456'])
      expect(namesCaller(['请回电 65123456'], { name: '', phone }), phone).toBe(true);
    expect(namesCaller(['请回电 8123457'], { name: '', phone: '0716-8123456' })).toBe(false);
  });

  it('are found wherever they stand', () => {
    const around = fc.string({ maxLength: 20 }).filter((text) => !/\d/.test(text));
    fc.assert(
      fc.property(around, around, fc.constantFrom('王小明', '13800001234'), (before, after, told) =>
        namesCaller(['路灯', `${before}${told}${after}`], caller),
      ),
    );
  });
});
