import type { LoaderFunctionArgs } from '@remix-run/node';
import { figureFrame } from '~/http/answers/figure-answer.server';

export const loader = (args: LoaderFunctionArgs) => figureFrame(args);
