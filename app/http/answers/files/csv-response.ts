/** A table as a file to be saved: a text that begins with a byte-order mark where spreadsheets are to read Chinese. */
export function csvResponse(name: string, csv: BodyInit, headers: Record<string, string> = {}): Response {
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      ...headers,
    },
  });
}
