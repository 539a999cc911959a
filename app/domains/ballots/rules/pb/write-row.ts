/** One row as text; fields are quoted where they must be. */
export function writeSemicolonRow(fields: string[]): string {
  return `${fields.map((field) => (/[;"\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(';')}\n`;
}
