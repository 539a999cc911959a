import { openFeedbackKinds } from '../../../feedback/schema';

export type Datatype = 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist';

/** One question of a service; its words are in the catalogue `open311` under `attribute.<code>`. */
export interface ServiceAttribute {
  code: string;
  datatype: Datatype;
  required: boolean;
  /** Set by the client's server and never asked of a person (FixMyStreet's extension). */
  automated?: 'server_set';
  values?: readonly string[];
}

export const affectedGroups = ['residents', 'elderly', 'children', 'disabled', 'businesses'] as const;

const everywhere: readonly ServiceAttribute[] = [
  { code: 'kind', datatype: 'singlevaluelist', required: false, values: openFeedbackKinds },
  { code: 'affected', datatype: 'multivaluelist', required: false, values: affectedGroups },
  { code: 'fixmystreet_id', datatype: 'string', required: false, automated: 'server_set' },
  { code: 'closest_address', datatype: 'string', required: false, automated: 'server_set' },
];

const danger: ServiceAttribute = {
  code: 'immediate_danger',
  datatype: 'singlevaluelist',
  required: true,
  values: ['no', 'yes'],
};

/** The questions of a service in their order: each category is one. Safety asks first whether lives are at risk. */
export function attributesOf(category: string): readonly ServiceAttribute[] {
  return category === 'safety' ? [danger, ...everywhere] : everywhere;
}
