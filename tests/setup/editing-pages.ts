import { actionRoute as page, remixBuild } from './remix-build';
import * as account from '~/routes/account+/index';
import * as portalPage from '~/routes/administration+/pages_.$id';
import * as portalProfile from '~/routes/administration+/portal';
import * as agreement from '~/routes/agreements+/$id';
import * as agreementEdit from '~/routes/agreements+/$id_.edit';
import * as areaNames from '~/routes/areas+/$id_.names';
import * as areaEdit from '~/routes/areas+/$id_.edit';
import * as category from '~/routes/categories+/$id';
import * as open311Target from '~/routes/bridges+/targets_.$id';
import * as proposal from '~/routes/proposals+/$id';
import * as entry from '~/routes/responsibilities+/entry';
import * as target from '~/routes/targets+/$id';
import * as deadlines from '~/routes/work-orders+/deadlines';
import * as templates from '~/routes/workbench+/templates';

/** The pages by whose forms a text is edited that others may save, too, without their looks. */
export const editingPages = remixBuild(
  [
    page('account', account),
    page('administration/pages/:id', portalPage),
    page('administration/portal', portalProfile),
    page('agreements/:id', agreement),
    page('agreements/:id/edit', agreementEdit),
    page('areas/:id/edit', areaEdit),
    page('areas/:id/names', areaNames),
    page('bridges/targets/:id', open311Target),
    page('categories/:id', category),
    page('proposals/:id', proposal),
    page('responsibilities/entry', entry),
    page('targets/:id', target),
    page('work-orders/deadlines', deadlines),
    page('workbench/templates', templates),
  ],
  () => new Response(''),
);
