import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openBrowser } from './setup/browser';
import { appealDecided, appealed, commentHidden } from './setup/county/appeal';
import {
  ballotCalled,
  ballotCounted,
  ballotOpens,
  counterVotes,
  entrusts,
  resultRead,
  rollKept,
  sheetsRead,
  votes,
} from './setup/county/ballot';
import { administratorSignsIn, countyAt } from './setup/county/county';
import type { County } from './setup/county/county';
import {
  areas,
  checklist,
  departmentsByList,
  everythingPrepared,
  invitesStaff,
  legalPages,
  nameAndColours,
  nothingGivenUp,
  responsibilities,
  superiors,
} from './setup/county/office';
import { callTaken, calledBack, orderDispatched, orderDone } from './setup/county/order';
import { organisations } from './setup/county/organisations';
import { firstProposal, residencesConfirmed, residentsRegister } from './setup/county/residents';
import { startEmptyPortal } from './setup/empty-portal';
import type { Portal } from './setup/portal';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([{ width: 360 }, { width: 1280 }] as const)('an empty county at $width px', ({ width }) => {
  let portal: Portal;
  let county: County;
  beforeAll(async () => {
    portal = await startEmptyPortal();
    vi.spyOn(portal.services.log, 'error');
    county = countyAt(portal, browser, { width, scripts: true, locale: 'zh-CN' });
  });
  afterAll(() => portal?.stop());

  const step = (name: string, ...acts: ((county: County) => Promise<void>)[]) =>
    it(name, async () => {
      for (const act of acts) await county.step(() => act(county));
    });

  step('is found empty by its administrator, who is told what to do', administratorSignsIn, checklist);
  step('gets its areas, its name and its legal pages', areas, nameAndColours, legalPages);
  step('gets its staff and a department, by lists', invitesStaff, superiors, departmentsByList);
  step(
    'gets residents, whose addresses are read before they are confirmed',
    residentsRegister,
    residencesConfirmed,
  );
  step('gets organisations, of which one is refused and comes back', organisations);
  step('is prepared', responsibilities, everythingPrepared);
  step('has a first proposal, which must be reviewed', firstProposal);
  step('calls a ballot on it, for whoever stands on the roll', ballotCalled, rollKept, ballotOpens);
  step('votes by phone, for another, at the counter and on paper', votes, entrusts, counterVotes, sheetsRead);
  step('reads the result, and verifies its record', ballotCounted, resultRead);
  step(
    'has a first order by phone, which is done and called back',
    callTaken,
    orderDispatched,
    orderDone,
    calledBack,
  );
  step('has a first appeal, decided by who did not hide', commentHidden, appealed, appealDecided);

  it('has complained of nothing', async () => {
    await county.step(() => nothingGivenUp(county));
    expect(vi.mocked(portal.services.log.error).mock.calls).toEqual([]);
    await county.end();
  });
});
