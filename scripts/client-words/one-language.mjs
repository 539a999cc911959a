import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Marks, marked, readWords } from './read-words.mjs';
import { usedKeys } from './used-keys.mjs';

const built = 'zh-CN';
const others = ['en'];
const folderOf = (locale) => `assets/${locale}/`;

/**
 * Only browsers' code: the server speaks all languages, and so does the server of who develops.
 *
 * @type {import('vite').Plugin['apply']}
 */
const apply = (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild;

const chunkNames = `${folderOf(built)}[name]-[hash].js`;

/**
 * Puts marks in the place of words.
 *
 * @returns {import('vite').Plugin}
 */
function wordsAsMarks(app, given) {
  const i18n = path.join(app, 'i18n') + path.sep;
  return {
    name: 'words-as-marks',
    enforce: 'pre',
    apply,
    config: () => ({
      build: {
        rollupOptions: { output: { entryFileNames: chunkNames, chunkFileNames: chunkNames } },
      },
    }),
    async buildStart() {
      Object.assign(given, await readWords(app), { marks: new Marks() });
    },
    /** Where both languages are asked for, both are the one that the page has. */
    resolveId(source, importer) {
      if (!importer?.startsWith(i18n) || !source.startsWith('./en/')) return null;
      return this.resolve(source.replace('./en/', `./${built}/`), importer, { skipSelf: true });
    },
    load(id) {
      const tables = given.tables.get(id);
      if (!tables) return null;
      return Object.entries(tables)
        .map(([name, texts]) => `export const ${name} = ${JSON.stringify(marked(given.marks, texts))};`)
        .join('\n');
    },
  };
}

/** The module's code with only the words that it asks for in the place of whole catalogues. */
function withOwnWords(code, { program, catalogues, marks }) {
  const locals = new Map(
    catalogues.flatMap(({ node, exported }) =>
      node.specifiers.map(({ local, imported }) => [local.name, exported[imported?.name]]),
    ),
  );
  const used = usedKeys(program, [...locals.keys()]);
  const declared = (name) => {
    const all = Object.entries(marked(marks, locals.get(name)));
    const own = all.filter(([key]) => used.get(name).some((pattern) => pattern.test(key)));
    const words = JSON.stringify(Object.fromEntries(own));
    return `const ${name}$words = ${words}, ${name} = { "zh-CN": ${name}$words, en: ${name}$words };`;
  };
  return catalogues.reduceRight((text, { node }) => {
    const names = node.specifiers.map(({ local }) => local.name);
    if (names.some((name) => used.get(name) === null || !locals.get(name))) return text;
    return text.slice(0, node.start) + names.map(declared).join(' ') + text.slice(node.end);
  }, code);
}

/**
 * Leaves in each module only the words that it is seen to ask for.
 *
 * @returns {import('vite').Plugin}
 */
function ownWordsOfModules(app, given) {
  return {
    name: 'own-words-of-modules',
    apply,
    async transform(code, id) {
      if (!id.startsWith(app) || !code.includes('i18n/')) return null;
      const program = this.parse(code);
      const catalogues = [];
      for (const node of program.body.filter(({ type }) => type === 'ImportDeclaration')) {
        const found = await this.resolve(node.source.value, id);
        const exported = found && given.catalogues.get(found.id);
        if (exported) catalogues.push({ node, exported });
      }
      if (catalogues.length === 0) return null;
      return { code: withOwnWords(code, { program, catalogues, marks: given.marks }), map: null };
    },
  };
}

/**
 * Writes each chunk once for each language.
 *
 * @returns {import('vite').Plugin}
 */
function chunksInEachLanguage(given) {
  const inLanguage = (code, locale) =>
    given.marks.filled(code, locale).replaceAll(folderOf(built), folderOf(locale));
  return {
    name: 'chunks-in-each-language',
    apply,
    writeBundle: {
      order: 'post',
      async handler({ dir }, bundle) {
        for (const locale of others) await mkdir(path.join(dir, folderOf(locale)), { recursive: true });
        for (const { type, fileName } of Object.values(bundle)) {
          if (type !== 'chunk') continue;
          const code = await readFile(path.join(dir, fileName), 'utf8');
          for (const locale of [built, ...others]) {
            const file = fileName.replace(folderOf(built), folderOf(locale));
            await writeFile(path.join(dir, file), inLanguage(code, locale));
          }
        }
      },
    },
  };
}

/**
 * Gives browsers the words of one language: the client is built once, with marks for words, and written once for each
 * language, into a folder of its own. Chunks name each other by where they lie, so that a page which begins in one
 * folder stays there (app/http/server/build-in-language.server.ts says in which). See docs/decisions/0049.
 *
 * @param {string} app The folder of the sources.
 */
export function oneLanguage(app) {
  /** The words and their marks, known once the build begins. */
  const given = {};
  return [wordsAsMarks(app, given), ownWordsOfModules(app, given), chunksInEachLanguage(given)];
}
