import * as missing from './missing-on-list';
import * as organiser from './organiser-forms';
import * as result from './result/ballot-result';
import { later, whenShown } from '~/components/ui';

/** Once the papers are counted. */
export const BallotResult = whenShown(
  import.meta.env.SSR
    ? result.BallotResult
    : later(() => import('./result/ballot-result').then((own) => own.BallotResult)),
);

/** For those who lead it, before it opens. */
export const MissingOnList = whenShown(
  import.meta.env.SSR
    ? missing.MissingOnList
    : later(() => import('./missing-on-list').then((own) => own.MissingOnList)),
);

/** For those who lead it, as long as it lasts. */
export const OrganiserForms = whenShown(
  import.meta.env.SSR
    ? organiser.OrganiserForms
    : later(() => import('./organiser-forms').then((own) => own.OrganiserForms)),
);
