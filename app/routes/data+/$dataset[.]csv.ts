import type { LoaderFunctionArgs } from '@remix-run/node';
import { datasetFile, datasetWorkbook } from '~/http/answers/dataset-file.server';
import { asksXlsx } from '~/http/answers/table-response.server';

export const loader = (args: LoaderFunctionArgs) =>
  asksXlsx(args.request) ? datasetWorkbook(args) : datasetFile(args, 'csv');
