import { contextOf } from '../../actor.server';
import type { RouteArgs } from '../../actor.server';
import { mostRowsOf, oneOfFew, xlsxResponse } from './table-response.server';
import { load } from '../../forms/forms.server';
import { openToAll } from '../../api/problem-answer';
import { datasetRows, datasetText } from '~/domains/insights/open-data/dataset-file.server';
import type { FileForm } from '~/domains/insights/open-data/dataset-file.server';
import { collectionNamed } from '~/domains/insights/open-data/datasets.query.server';

const types: Record<FileForm, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
};

/** Read only as fast as it is taken: nothing is made beforehand. */
function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        const part = await text.next();
        if (part.done) controller.close();
        else controller.enqueue(encoder.encode(part.value));
      },
      cancel: async () => void (await text.return(undefined)),
    },
    { highWaterMark: 0 },
  );
}

/** A whole dataset as a file to be saved. */
export async function datasetFile(args: RouteArgs, form: FileForm): Promise<Response> {
  const ctx = contextOf(args);
  const name = args.params.dataset ?? '';
  const collection = await load(args, () => Promise.resolve().then(() => collectionNamed(ctx, name)));
  return new Response(streamOf(datasetText(ctx, collection, form)), {
    headers: {
      ...openToAll,
      'Content-Type': types[form],
      'Content-Disposition': `attachment; filename="${name}.${form}"`,
      'Cache-Control': 'no-cache',
    },
  });
}

/** The same as a workbook for spreadsheets; of one that is longer than a workbook holds the newest rows. */
export async function datasetWorkbook(args: RouteArgs): Promise<Response> {
  const ctx = contextOf(args);
  const name = args.params.dataset ?? '';
  const collection = await load(args, () => Promise.resolve().then(() => collectionNamed(ctx, name)));
  const response = await oneOfFew(ctx.locale, async () =>
    xlsxResponse(name, await datasetRows(ctx, collection, mostRowsOf), ctx.locale),
  );
  for (const [header, value] of Object.entries(openToAll)) response.headers.set(header, value);
  response.headers.set('Cache-Control', 'no-cache');
  return response;
}
