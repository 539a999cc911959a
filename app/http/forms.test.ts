import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseForm } from './forms.server';
import { readUploads } from './uploads.server';
import { registerSchema } from '~/domains/identity/schema';
import { DomainError } from '~/domains/domain-error';

function form(values: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) data.append(name, one);
  return data;
}

const schema = z.object({
  title: z.string().min(5).max(10),
  count: z.coerce.number().int().min(1).max(3),
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
    const parsed = parseForm(form({ title: '' }), schema, 'zh-CN');
    const errors = parsed.ok ? {} : parsed.form.errors;
    for (const name of ['title', 'kind', 'choices', 'code']) expect(errors[name]).toEqual(['请填写这一项']);
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
  const file = (bytes: number) => new File([new Uint8Array(bytes)], 'a.jpg', { type: 'image/jpeg' });
  const chosen = (...files: File[]) => {
    const data = new FormData();
    for (const one of files) data.append('pictures', one);
    return data;
  };

  it('are read; a field left empty is none', async () => {
    expect(await readUploads(chosen(file(0)), 'pictures')).toEqual([]);
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
  });
});
