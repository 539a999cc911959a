import type { ActionFunctionArgs } from '@remix-run/node';
import { autosaveDraft } from '~/http/actions/proposal-actions.server';

/** What scripts post while a proposal is typed: beside the page and not by its action, so that nothing of it moves. */
export const action = (args: ActionFunctionArgs) => autosaveDraft(args);
