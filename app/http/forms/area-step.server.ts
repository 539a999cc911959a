import { contextOf } from '../actor.server';
import type { RouteArgs } from '../actor.server';
import { fieldsEndingIn, textOf } from './looking-fields';
import { findAsked, offeredAreas } from '~/domains/territory/index.server';
import { areaParts } from '~/lib/choices/area-choices';
import { areaIdsIn, isAreaId } from '~/lib/geo/division-code';
import type { FormState } from '~/lib/form-state';

const mostFields = 5;
const mostInScope = 50;

/** The areas within which a field says that it may be chosen; what is sent is held by the use case all the same. */
function scopeOf(form: FormData, name: string): string[] {
  return areaIdsIn(textOf(form, name + areaParts.scope), mostInScope);
}

export interface AreaStep {
  /** For the form's state: each field's area with the names above it, and what was found. */
  state: Pick<FormState, 'areas'>;
  /** The form was sent to look for an area, not to be taken. */
  looks: boolean;
}

/** What the fields for areas in a posted form ask for, where they are used without scripts; see `areaParts`. */
export async function areaStep(args: RouteArgs, form: FormData): Promise<AreaStep> {
  const fields = fieldsEndingIn(form, areaParts.words, mostFields);
  const asked: [string, NonNullable<FormState['areas']>[string]][] = [];
  const ctx = contextOf(args);
  for (const name of fields) {
    const part = (end: string) => textOf(form, name + end);
    const found = await findAsked(ctx, { part, scope: scopeOf(form, name) });
    const id = part('') ?? '';
    const [chosen] = isAreaId(id) ? await offeredAreas(ctx, [id]) : [];
    asked.push([name, { chosen: chosen ?? null, found }]);
  }
  const looks = asked.some(([, { found }]) => found !== null);
  return { state: fields.length > 0 ? { areas: Object.fromEntries(asked) } : {}, looks };
}
