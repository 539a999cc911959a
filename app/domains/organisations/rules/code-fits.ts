import type { OrganisationKind } from '../../actor';

/**
 * By which authorities the kinds are registered: the first sign of a code (GB 32100-2015, 4.2). 1 organs, institutions and
 * mass organisations by 机构编制, 3 justice, 5 civil affairs (societies, and committees of residents and villagers), 8
 * trade unions, 9 the market, N agriculture, Y others.
 */
const authorities: Record<OrganisationKind, string> = {
  'community-committee': '5NY',
  department: '1Y',
  'mass-organisation': '158Y',
  'social-organisation': '5Y',
  enterprise: '9NY',
  intermediary: '359Y',
};

const isKind = (kind: string): kind is OrganisationKind => Object.hasOwn(authorities, kind);

/** Whether organisations of the kind are given codes that begin so; what is a kind of later versions fits. */
export const codeFits = (kind: string, code: string): boolean =>
  !isKind(kind) || authorities[kind].includes(code[0] ?? ' ');
