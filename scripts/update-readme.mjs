/** Writes the configuration table and the pictures between their marks in README.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

async function configuration() {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'app/platform/configuration.server.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const [file] = outputFiles;
  const module = await import(`data:text/javascript;base64,${Buffer.from(file.text).toString('base64')}`);
  return module.describeConfiguration();
}

const pictures = [
  ['home-wide', 'What is going on near me', 64],
  ['proposal-narrow', 'A proposal and its whole line, on a phone', 31],
  ['ballot-wide', 'A ballot and its result', 64],
  ['work-order-narrow', 'A work order, on a phone', 31],
];

function fill(text, name, body) {
  const mark = `<!-- ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const start = text.indexOf(mark);
  const stop = text.indexOf(end);
  const rest = stop === -1 ? text.slice(start + mark.length) : text.slice(stop + end.length);
  return `${text.slice(0, start)}${mark}\n\n${body}\n\n${end}${rest}`;
}

const rows = (await configuration()).map(
  ({ name, default: preset, purpose }) =>
    `| \`${name}\` | ${preset === '' ? '' : `\`${preset}\``} | ${purpose.replaceAll('|', '\\|')} |`,
);
const table = ['| variable | default | for |', '| --- | --- | --- |', ...rows].join('\n');
const shown = pictures
  .filter(([name]) => existsSync(path.join(root, `docs/screenshots/${name}.webp`)))
  .map(([name, title, width]) => `<img src="docs/screenshots/${name}.webp" alt="${title}" width="${width}%">`)
  .join('\n');
const file = path.join(root, 'README.md');
writeFileSync(file, fill(fill(readFileSync(file, 'utf8'), 'configuration', table), 'pictures', shown));
