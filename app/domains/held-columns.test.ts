import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { subjectServers } from './subjects.server';

const folder = 'prisma/schema';

/** The columns with which a key or an index of a model begins. */
function indexedColumns(model: string): string[] {
  const schema = readdirSync(folder)
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  const body = new RegExp(`^model ${model} \\{\\n([^]*?)^\\}`, 'm').exec(schema)?.[1] ?? '';
  const single = Array.from(body.matchAll(/^ +(\w+) .*@(?:id|unique)\b/gm), ([, column = '']) => column);
  const several = Array.from(body.matchAll(/@@(?:id|unique|index)\(\[(\w+)/g), ([, column = '']) => column);
  return [...single, ...several];
}

it('what is held on a person is found by an index: a look at the own data reads no table whole', () => {
  const searched = subjectServers.flatMap(({ held }) =>
    Object.entries(held?.models ?? {}).flatMap(([model, columns]) =>
      Object.entries(columns)
        .filter(([, { exported }]) => typeof exported !== 'string')
        .map(([column]) => ({ model, column })),
    ),
  );
  const missing = searched.filter(({ model, column }) => !indexedColumns(model).includes(column));
  expect(searched.length).toBeGreaterThan(40);
  expect(missing.map(({ model, column }) => `${model}.${column}`)).toEqual([]);
});
