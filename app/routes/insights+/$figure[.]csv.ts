import type { LoaderFunctionArgs } from '@remix-run/node';
import { figureCsv } from '~/http/answers/figure-answer.server';

export const loader = (args: LoaderFunctionArgs) => figureCsv(args);
