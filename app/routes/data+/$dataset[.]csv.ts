import type { LoaderFunctionArgs } from '@remix-run/node';
import { datasetFile, datasetWorkbook } from '~/http/answers/files/dataset-file.server';
import { asksXlsx } from '~/http/answers/files/table-response.server';

export const loader = (args: LoaderFunctionArgs) =>
  asksXlsx(args.request) ? datasetWorkbook(args) : datasetFile(args, 'csv');
