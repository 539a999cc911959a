import type { ReadContext } from '../context';
import { portalTops } from '../identity/index.server';
import { mayChangeFormula } from './policy';
import { defaultFormula } from './rules/formula';
import type { Denominator, Formula } from './rules/formula';
import { readFormula } from './schema';

export interface KeptFormula {
  /** `default` for the one that holds until an administrator decides. */
  id: string;
  formula: Formula;
  /** Null for the default, whose source the page knows. */
  source: string | null;
  reason: string | null;
  createdAt: Date | null;
}

const builtIn: KeptFormula = {
  id: 'default',
  formula: defaultFormula,
  source: null,
  reason: null,
  createdAt: null,
};

/** Every formula that held, the present one first; the built-in one last. */
export async function formulaHistory(ctx: ReadContext): Promise<KeptFormula[]> {
  const rows = await ctx.database.read.statisticsFormula.findMany({ orderBy: { id: 'desc' } });
  const kept = rows.map((row) => ({
    id: row.id,
    formula: readFormula({
      ...row,
      responseDenominator: row.responseDenominator as Denominator,
      resolutionDenominator: row.resolutionDenominator as Denominator,
      satisfactionDenominator: row.satisfactionDenominator as Denominator,
    }),
    source: row.source,
    reason: row.reason,
    createdAt: row.createdAt,
  }));
  return [...kept, builtIn];
}

/** The formula with this id, else the present one. */
export async function formulaInUse(
  ctx: ReadContext,
  id?: string,
): Promise<KeptFormula & { current: boolean }> {
  const history = await formulaHistory(ctx);
  const present = history[0] ?? builtIn;
  const found = history.find((kept) => kept.id === id) ?? present;
  return { ...found, current: found.id === present.id };
}

/** The formula's page: what holds, what held, and whether the reader may decide on another. */
export async function formulaPage(ctx: ReadContext) {
  const [history, tops] = await Promise.all([formulaHistory(ctx), portalTops(ctx)]);
  return { history, may: mayChangeFormula(ctx.actor, tops) };
}
