import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const filesIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => path.join(folder, name));

/** The modules' exports by their files. They are run here: what they say is known only then. */
async function exportsOf(files, app) {
  const imports = files.map((file, at) => `import * as m${at} from ${JSON.stringify(file)};`);
  const contents = `${imports.join('\n')}\nexport default [${files.map((_, at) => `m${at}`).join(', ')}];`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: app },
    bundle: true,
    write: false,
    format: 'esm',
    alias: { '~': app },
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { default: modules } = await import(`data:text/javascript;base64,${code}`);
  return new Map(files.map((file, at) => [file, modules[at]]));
}

/**
 * Stand-ins for words: a chunk is built once, with a mark for each text, and written once for each language with the
 * texts in their places. The mark is made from the texts, so that the chunk's name changes when one of them does.
 */
export class Marks {
  #texts = new Map();

  /** What stands for the pair until the language is known. */
  of(texts) {
    const mark = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
    this.#texts.set(mark, texts);
    return `@words:${mark}@`;
  }

  /** The code with the words of one language. */
  filled(code, locale) {
    const filled = code.replace(/(["'`])@words:([0-9a-f]{16})@\1/g, (_, _quote, mark) =>
      JSON.stringify(this.#texts.get(mark)[locale]),
    );
    if (filled.includes('@words:')) throw new Error('A mark stands where no text can be put');
    return filled;
  }
}

/** A catalogue's keys, each with the mark of its texts. */
export function marked(marks, texts) {
  const entries = Object.keys(texts['zh-CN']).map((key) => [
    key,
    marks.of({ 'zh-CN': texts['zh-CN'][key], en: texts.en[key] }),
  ]);
  return Object.fromEntries(entries);
}

const onlyCatalogues = (module) =>
  Object.fromEntries(
    Object.entries(module).filter(([, value]) => typeof value === 'object' && 'en' in value),
  );

/**
 * All words of the portal: `tables`, the exports of each file in zh-CN with those of its twin in en; `catalogues`, the
 * paired exports of the files above them.
 */
export async function readWords(app) {
  const i18n = path.join(app, 'i18n');
  const chinese = filesIn(path.join(i18n, 'zh-CN'));
  const english = chinese.map((file) => path.join(i18n, 'en', path.basename(file)));
  const above = filesIn(i18n).filter((file) => /= defineCatalogue\(/.test(readFileSync(file, 'utf8')));
  const modules = await exportsOf([...chinese, ...english, ...above], app);
  const tables = new Map(
    chinese.map((file, at) => {
      const twin = modules.get(english[at]);
      const pairs = Object.entries(modules.get(file)).map(([name, texts]) => [
        name,
        { 'zh-CN': texts, en: twin[name] },
      ]);
      return [file, Object.fromEntries(pairs)];
    }),
  );
  const catalogues = above.map((file) => [file, onlyCatalogues(modules.get(file))]);
  return { tables, catalogues: new Map(catalogues) };
}
