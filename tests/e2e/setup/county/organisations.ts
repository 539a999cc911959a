import type { Walker } from '../walker';
import type { County } from './county';
import { by, byOwnMenu, look, under } from './going';
import { isCreditCode } from '~/domains/organisations/rules/credit-code';

const kinds = {
  department: '沙市区城市管理局',
  'community-committee': '青石社区居民委员会',
  enterprise: '青石便民超市',
} as const;
type Kind = keyof typeof kinds;

/** With the check character that it needs. */
function creditCode(first17: string): string {
  const last = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((one) => isCreditCode(first17 + one));
  return first17 + (last ?? '');
}

async function registers(walker: Walker, given: { kind: Kind; code: string; areaId: string }): Promise<void> {
  await byOwnMenu(walker, '我的账号');
  await by(walker, '登记一个组织', '登记组织');
  const { kind, code, areaId } = given;
  await walker.fill({ kind, name: kinds[kind], creditCode: creditCode(code), areaId, about: '为街坊办事。' });
  await walker.press('提交登记');
  await under(walker, kinds[kind]);
  await walker.sees('等待核实');
}

/** What a moderator says of it, from the queue. */
async function decides(
  walker: Walker,
  kind: Kind,
  { decision, reason }: { decision: string; reason: string },
): Promise<void> {
  await byOwnMenu(walker, '待办队列');
  const row = walker.page.locator('.queue-row', { hasText: kinds[kind] });
  await row.locator('summary', { hasText: '处理' }).click();
  await row.locator('textarea[name=reason]').fill(reason);
  await walker.press(decision);
  await walker.sees('已处理 1 项');
}

const approved = { decision: '通过核实', reason: '与登记证书一致' };

/** Three register: two are verified, one is refused, mends what it was told and is verified then. */
export async function organisations(county: County): Promise<void> {
  const [moderator, administrator] = [county.of('周敏'), county.of('administrator')];
  await registers(county.of('吴刚'), { kind: 'department', code: '11421002MB1234567', areaId: '421002' });
  await registers(county.of('李网'), {
    ...{ kind: 'community-committee', code: '55421002MB7654321' },
    areaId: '421002001001',
  });
  const owner = county.of('刘小店');
  await registers(owner, { kind: 'enterprise', code: '91421002MA0000001', areaId: '421002001001' });
  await decides(administrator, 'department', approved);
  await decides(moderator, 'community-committee', approved);
  await decides(moderator, 'enterprise', {
    decision: '不予通过',
    reason: '信用代码与营业执照不一致，请核对后重新提交',
  });
  await comesBack(owner);
  await decides(moderator, 'enterprise', approved);
  await by(owner, '我的', '我的');
  await byOwnMenu(owner, '我的账号');
  await by(owner, kinds.enterprise, kinds.enterprise);
  await owner.sees('已核实');
}

async function comesBack(owner: Walker): Promise<void> {
  await byOwnMenu(owner, '我的账号');
  await by(owner, kinds.enterprise, kinds.enterprise);
  await owner.sees('未通过核实：信用代码与营业执照不一致');
  await look(owner, 'refused');
  await by(owner, '修改后重新提交', '修改后重新提交');
  await owner.fill({ creditCode: creditCode('91421002MA0000002') });
  await owner.press('修改后重新提交');
  await under(owner, kinds.enterprise);
  await owner.sees('等待核实');
}
