import type { LoaderFunctionArgs } from '@remix-run/node';
import { datasetFile } from '~/http/answers/files/dataset-file.server';

export const loader = (args: LoaderFunctionArgs) => datasetFile(args, 'json');
