import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/**
 * What takes about a minute or more, before all else: one that begins last is waited for by cores that have nothing to
 * do. At the head what needs no demo, which is still being told.
 */
const longest = [
  ...['empty-county', 'killed', 'hostile-requests', 'large-requests', 'every-page', 'lighthouse'],
  ...['agreement', 'whole-line', 'council'],
];

const folder = path.resolve(import.meta.dirname, '..');
for (const name of longest)
  if (!existsSync(path.join(folder, `${name}.test.ts`))) throw new Error(`${name}.test.ts is no more`);

function placeOf({ moduleId }: TestSpecification): number {
  const place = longest.indexOf(path.basename(moduleId, '.test.ts'));
  return place === -1 ? longest.length : place;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
