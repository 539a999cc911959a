import type { LoaderFunctionArgs } from '@remix-run/node';
import { figurePng } from '~/http/answers/figure-answer.server';

export const loader = (args: LoaderFunctionArgs) => figurePng(args);
