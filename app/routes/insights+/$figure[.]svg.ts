import type { LoaderFunctionArgs } from '@remix-run/node';
import { figureSvg } from '~/http/answers/figure-answer.server';

export const loader = (args: LoaderFunctionArgs) => figureSvg(args);
