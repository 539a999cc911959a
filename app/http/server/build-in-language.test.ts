import { expect, it } from 'vitest';
import { buildIn } from './build-in-language.server';
import { remixBuild } from '../../../tests/setup/remix-build';

const build = remixBuild([], () => new Response());
const entry = { module: '/assets/zh-CN/entry.client-1.js', imports: ['/assets/zh-CN/shared-2.js'], css: [] };
const route = { ...entry, id: 'root', css: ['/assets/app-3.css'] };
const made = {
  ...build,
  assets: { ...build.assets, entry, routes: { root: route } },
} as unknown as typeof build;

it('names the code in one language, and what has no words as ever', () => {
  const { assets } = buildIn(made, 'en');
  expect(assets.entry.module).toBe('/assets/en/entry.client-1.js');
  expect(assets.entry.imports).toEqual(['/assets/en/shared-2.js']);
  expect(assets.routes.root?.css).toEqual(['/assets/app-3.css']);
  expect(buildIn(made, 'zh-CN').assets.routes).toEqual(made.assets.routes);
});

it('has a version for each language: who holds the one does not go on in the other', () => {
  expect(buildIn(made, 'en').assets.version).not.toBe(buildIn(made, 'zh-CN').assets.version);
});
