import { expect } from 'vitest';
import { confirms } from './county';
import type { County } from './county';
import { checkCharacter } from '~/domains/organisations/rules/credit-code';
import { administrator } from '../empty-portal';
import { by, byOwnMenu, look, under } from './going';

/** Below the district: as a table of division codes has them. */
const below = [
  '区划代码,名称',
  '421002001000,崇文街道',
  '421002001001,青石社区',
  '421002001002,白云社区',
  '421002001001001,青石第一网格',
];

/** From the checklist, what there is to do before opening. */
export async function checklist(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await walker.sees('还有');
  await look(walker, 'checklist');
}

/** The district by hand, the rest from a table of which one line is wrong at first. */
export async function areas(county: County): Promise<void> {
  const walker = county.of('administrator');
  await by(walker, '增加区划，到社区一级', '区域');
  await by(walker, '荆州市', '荆州市');
  await by(walker, '增加下级区域', '荆州市的名称和变动');
  await walker.unfold('增加下级区域');
  await walker.fill({ code: '421002000000', name: '沙市区', reason: '荆政函〔2026〕1号' });
  await walker.press('增加');
  await walker.sees('已增加。');
  await by(walker, '按名单增加下级区域', '按名单在沙市区之下增加区域');
  await walker.fill({ text: `${below.join('\n')}\n421003001000,别的街道`, reason: '荆政函〔2026〕2号' });
  await walker.press('检查并增加');
  await walker.sees('代码 421003001000 不在这个区域之下');
  await look(walker, 'areas-by-list');
  await walker.fill({ text: below.join('\n') });
  await walker.press('检查并增加');
  await walker.sees('已增加 4 个区域。');
  await by(walker, '崇文街道', '崇文街道');
  await by(walker, '青石社区', '青石社区');
  await walker.sees('青石第一网格');
  await look(walker, 'community');
}

export async function nameAndColours(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await by(walker, '名称、标志和颜色', '名称、标志和颜色');
  await walker.fill({ nameChinese: '沙市议事', phone: '0716-8888888', colourLight: '#8b1a1a' });
  await walker.fill({ reason: '统一形象' });
  await walker.press('保存');
  await walker.sees('所有页面现在就用新的');
  expect(await walker.page.locator('.brand-name').innerText()).toBe('沙市议事');
}

/** The three that only the portal itself can write: those that the software brings are a draft of it. */
export async function legalPages(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await by(walker, '写好隐私、规则和运营单位说明', '平台页面');
  for (const page of ['隐私说明', '使用规则', '运营单位和联系方式']) {
    await walker.page.getByRole('main').getByRole('link', { name: page, exact: true }).click();
    await under(walker, page);
    await walker.fill({ reason: '本站自己的版本' });
    await walker.press('存为草稿');
    await walker.sees('草稿已保存');
    await walker.unfold('发布');
    await walker.press('发布');
    await walker.sees('已发布。');
    await by(walker, '平台页面', '平台页面');
  }
  await look(walker, 'pages-published');
}

const staff = [
  { name: '周敏', email: 'zhoumin@county.example', role: '审核员', area: '421002001' },
  { name: '吴刚', email: 'wugang@county.example', role: '部门工作人员', area: '沙市区' },
  { name: '李网', email: '', role: '部门工作人员', area: '青石社区' },
];

/** By a list: who has an address is mailed, a slip is handed over to who is not. */
export async function invitesStaff(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await by(walker, '指定各区域的审核员', '权限管理');
  await by(walker, '职务邀请', '职务邀请');
  await by(walker, '按名单邀请', '按名单邀请');
  const lines = staff.map(({ name, email, role, area }) => `${name},${email},${role},${area}`);
  await walker.fill({ text: ['name,email,role,area', ...lines].join('\n') });
  await walker.press('检查并发出邀请');
  await walker.sees('已发出 3 个邀请');
  await walker.sees('其中 2 个已寄到邮箱：周敏、吴刚');
  await look(walker, 'slips');
  const slip = (await walker.page.locator('code.shown-secret').innerText()).trim();
  const taken = staff.map(async ({ name, email }) => {
    const mail = email && (await county.portal.mail.mailTo(email, '.')).text;
    const link = mail ? (/https?:\/\/\S+\/invitations\/\S+/.exec(mail)?.[0] ?? '') : slip;
    await takesInvitation(county, { link, name, email: email || 'liwang@county.example' });
  });
  await Promise.all(taken);
}

/** Registers on the way, and comes back to what the link was for. */
async function takesInvitation(
  county: County,
  { link, name, email }: { link: string; name: string; email: string },
): Promise<void> {
  const walker = await county.visitor();
  county.keep(name, walker);
  await walker.go(link);
  await under(walker, '邀请您担任职责');
  await by(walker, '注册', '注册');
  await confirms(county, walker, { name, email, password: `zhi ze ${email}` });
  await under(walker, '邀请您担任职责');
  await walker.press('接受');
  await walker.sees('您的职责从现在起生效');
}

/** Whom a late order is told to, and whose the kinds of matters are. */
export async function superiors(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await by(walker, '指定超期时通知的上级', '办理期限的设置');
  await walker.sees('工作日 09:00-12:00');
  await walker.unfold('指定督办领导');
  await walker.fill({ areaId: '421002', email: administrator.email, title: '分管副区长' });
  await walker.press('保存');
  await walker.sees('分管副区长');
  await look(walker, 'terms');
}

const waterCode = '11421002MB7654321';

/** Of which one line is wrong at first; whoever is to act for it is invited along. */
export async function departmentsByList(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await by(walker, '录入办理部门', '批量录入部门');
  const list = (code: string) =>
    [
      'credit_code,name,area,about,contact,mail',
      `${code},沙市区水利和湖泊局,沙市区,河道、排水和供水。,0716-8000001,`,
    ].join('\n');
  await walker.fill({ text: list(waterCode), reason: '沙市区政府部门名录' });
  await walker.press('试读');
  await walker.sees('不是有效的统一社会信用代码');
  await look(walker, 'departments-fault');
  await walker.fill({ text: list(waterCode + (checkCharacter(waterCode) ?? '')) });
  await walker.press('试读');
  await walker.sees('没有错误：新增 1 个');
  await look(walker, 'departments-plan');
  await walker.press('导入');
  await walker.sees('已新增 1 个');
  await walker.sees('沙市区水利和湖泊局');
}

export async function responsibilities(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await by(walker, '填写责任清单', '责任清单');
  await by(walker, '新增条目', '新增责任清单条目');
  await walker.fill({ areaId: '421002', category: 'facilities' });
  await walker.page.getByLabel('责任部门').selectOption({ label: '沙市区城市管理局' });
  await walker.fill({ basis: '《城市道路照明设施管理规定》第四条', reason: '首次公布' });
  await walker.press('保存');
  await walker.sees('已写入责任清单。');
}

/** Nothing is left on the list with which it began. */
export async function everythingPrepared(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await walker.sees('准备工作都已完成。');
  await look(walker, 'prepared');
}

/** What the walk set going in the background was all done. */
export async function nothingGivenUp(county: County): Promise<void> {
  const walker = county.of('administrator');
  await byOwnMenu(walker, '管理首页');
  await walker.sees('没有放弃的后台任务。');
}
