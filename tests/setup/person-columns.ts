import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const column = /^ {2}(\w+By|reporterId|concernedId|representativeId|responsibleId) +String/gm;

/** Names of columns that a page sends for another thing. */
const shown: Record<string, string> = {
  writtenBy: 'the name of who summarised a discussion, which stands on the page',
};

/** The columns of the schema that hold, by an id, who did or is to do something. */
function personColumns(): string[] {
  const columns = readdirSync('prisma/schema').flatMap((file) =>
    Array.from(
      readFileSync(path.join('prisma/schema', file), 'utf8').matchAll(column),
      ([, name = '']) => name,
    ),
  );
  const withheld = [...new Set(columns)].filter((name) => !(name in shown));
  if (withheld.length < 20) throw new Error('the columns of the schema were not found');
  return withheld;
}

/** Which of these columns the answers hold, and where: each text by the address that it was the answer of. */
export function personColumnsIn(answers: ReadonlyMap<string, { text: string }>): string[] {
  const any = new RegExp(`\\b(?:${personColumns().join('|')})\\b`);
  return [...answers].flatMap(([at, { text }]) => {
    const found = any.exec(text);
    return found ? [`${found[0]} at ${at}`] : [];
  });
}
