import { remixBuild } from './remix-build';
import * as agreementsNew from '~/routes/agreements+/new';
import * as conversation from '~/routes/conversations+/$id';
import * as conversationsNew from '~/routes/conversations+/new';
import * as feedbackNew from '~/routes/feedback+/new';
import * as organisationsNew from '~/routes/organisations+/new';
import * as proposal from '~/routes/proposals+/$id';
import * as proposalsNew from '~/routes/proposals+/new';
import * as opportunity from '~/routes/volunteering+/$id';
import * as opportunitiesNew from '~/routes/volunteering+/new';
import * as workOrdersNew from '~/routes/work-orders+/new';
import * as workbench from '~/routes/workbench+/index';

const page = (path: string, { action }: { action: typeof proposal.action }) => ({
  path,
  page: false,
  action,
});
/** The pages by whose forms something is made, without their looks. */
export const creatingPages = remixBuild(
  [
    page('agreements/new', agreementsNew as never),
    page('conversations/new', conversationsNew as never),
    page('conversations/:id', conversation as never),
    page('feedback/new', feedbackNew as never),
    page('organisations/new', organisationsNew as never),
    page('proposals/new', proposalsNew as never),
    page('proposals/:id', proposal as never),
    page('volunteering/new', opportunitiesNew as never),
    page('volunteering/:id', opportunity as never),
    page('work-orders/new', workOrdersNew as never),
    page('workbench', workbench as never),
  ],
  () => new Response(''),
);
