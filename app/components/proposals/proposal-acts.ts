import * as answer from './answer-proposal';
import * as withdraw from './withdraw-proposal';
import { later, whenShown } from '~/components/ui';

/** For who leads the area. */
export const AnswerProposal = whenShown(
  import.meta.env.SSR
    ? answer.AnswerProposal
    : later(() => import('./answer-proposal').then((own) => own.AnswerProposal)),
);

/** For who wrote it. */
export const WithdrawProposal = whenShown(
  import.meta.env.SSR
    ? withdraw.WithdrawProposal
    : later(() => import('./withdraw-proposal').then((own) => own.WithdrawProposal)),
);
