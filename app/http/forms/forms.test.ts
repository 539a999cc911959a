import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseForm } from './forms.server';
import { readUploads } from './uploads.server';
import { registerSchema } from '~/domains/identity/schema';
import { DomainError } from '~/domains/domain-error';
import { numberField } from '~/lib/numbers/number-field';

function form(values: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) data.append(name, one);
  return data;
}

const schema = z.object({
  title: z.string().min(5).max(10),
  count: numberField(z.number().int().min(0).max(3)),
  most: numberField(z.number().int().optional()),
  least: numberField(z.number().int().default(7)),
  kind: z.enum(['a', 'b']),
  when: z.coerce.date(),
  choices: z.array(z.string()).max(2),
  code: z.string().regex(/^\d+$/, 'credit-code'),
});

describe('a form and its schema', () => {
  it('says at each field in the reader’s language what is wrong', () => {
    const typed = { title: 'abc', count: 'x', kind: 'c', when: 'soon', choices: ['1', '2', '3'], code: 'x' };
    const parsed = parseForm(form(typed), schema, 'en');
    expect(parsed.ok ? null : parsed.form).toEqual({
      values: typed,
      errors: {
        title: ['At least 5 characters'],
        count: ['Please give a number'],
        kind: ['Please choose one of the options'],
        when: ['Please give a valid date and time'],
        choices: ['Choose at most 2'],
        code: ['This is not a valid unified social credit code; please check the 18 characters'],
      },
    });
  });

  it('asks for what is missing in plain words', () => {
    const parsed = parseForm(form({ title: '', count: ' ' }), schema, 'zh-CN');
    const errors = parsed.ok ? {} : parsed.form.errors;
    for (const name of ['title', 'count', 'kind', 'choices', 'code'])
      expect(errors[name]).toEqual(['请填写这一项']);
  });

  it('takes an empty number for a missing one, never for 0', () => {
    const numbers = schema.pick({ count: true, most: true, least: true });
    const read = (values: Record<string, string>) => {
      const parsed = parseForm(form(values), numbers, 'en');
      return parsed.ok ? parsed.value : parsed.form.errors;
    };
    expect(read({ count: '', most: '', least: '' })).toEqual({ count: ['Please fill this in'] });
    expect(read({ count: '0', most: ' ', least: '' })).toEqual({ count: 0, most: undefined, least: 7 });
    expect(read({ count: '2', most: '9', least: '0' })).toEqual({ count: 2, most: 9, least: 0 });
  });

  it('gives back what was typed, but never a password', () => {
    const parsed = parseForm(
      form({ email: 'no', displayName: '李', password: 'short' }),
      registerSchema,
      'zh-CN',
    );
    expect(parsed.ok ? null : parsed.form).toEqual({
      values: { email: 'no', displayName: '李' },
      errors: { email: ['请填写有效的邮箱地址'], password: ['至少 10 个字'] },
    });
  });

  it('takes names that belong to objects for what they are', () => {
    const parsed = parseForm(form({ ['__proto__']: 'x', constructor: 'y', title: 'x' }), schema, 'en');
    expect(parsed.ok ? null : parsed.form.values).toEqual({ constructor: 'y', title: 'x' });
  });
});

describe('uploads', () => {
  const file = (bytes: number, name = 'a.jpg') =>
    new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' });
  const chosen = (...files: File[]) => {
    const data = new FormData();
    for (const one of files) data.append('pictures', one);
    return data;
  };

  it('are read; a field left empty is none', async () => {
    expect(await readUploads(chosen(file(0, '')), 'pictures')).toEqual([]);
    expect(await readUploads(chosen(file(3)), 'pictures')).toEqual([new Uint8Array(3)]);
  });

  it('are limited in number and size, at their field', async () => {
    const limits = { mostFiles: 2, mostBytes: 10 };
    const refused = (form: FormData) =>
      readUploads(form, 'pictures', limits).then(
        () => null,
        (error: unknown) => (error instanceof DomainError ? [error.code, error.field] : error),
      );
    expect(await refused(chosen(file(1), file(1), file(1)))).toEqual(['invalid', 'pictures']);
    expect(await refused(chosen(file(11)))).toEqual(['too-large', 'pictures']);
    expect(await refused(chosen(file(5), file(0)))).toEqual(['invalid', 'pictures']);
  });
});
