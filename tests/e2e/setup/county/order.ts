import type { Walker } from '../walker';
import type { County } from './county';
import { by, byOwnMenu, look, under } from './going';

const title = '8号院门口井盖松动';

async function toOrder(walker: Walker, queue: string): Promise<void> {
  await byOwnMenu(walker, '工作台');
  await by(walker, queue, '工作台');
  await by(walker, title, '工作台');
}

/** Somebody without an account calls; whoever picks up the phone puts it down. */
export async function callTaken(county: County): Promise<void> {
  const walker = county.of('李网');
  await byOwnMenu(walker, '工作台');
  await look(walker, 'workbench-empty');
  await by(walker, '电话和窗口登记', '电话和窗口登记');
  await walker.fill({ callerName: '钱先生', callerPhone: '13800000000', title });
  await walker.fill({ description: '院门口的井盖一踩就响，昨天绊了人，请尽快修好。' });
  await walker.fill({ category: 'facilities', areaId: '421002001001', place: '青石路8号院门口' });
  await walker.choose('isConfidential', 'no');
  await look(walker, 'call');
  await walker.press('登记');
  await under(walker, title);
  await walker.sees('请告诉对方受理编号');
}

/** To the department that the list of responsibilities names. */
export async function orderDispatched(county: County): Promise<void> {
  const walker = county.of('周敏');
  await toOrder(walker, '待派单');
  await walker.sees('推荐：沙市区城市管理局');
  await look(walker, 'dispatching');
  await walker.press('派给：沙市区城市管理局');
  await walker.sees('已办理');
}

export async function orderDone(county: County): Promise<void> {
  const walker = county.of('吴刚');
  await toOrder(walker, '部门办理中');
  await walker.press('接单');
  await toOrder(walker, '部门办理中');
  await walker.fill({ report: '当天更换井座和井盖，夜间复核无异响。' });
  await look(walker, 'reporting');
  await walker.press('报告办结');
  await walker.sees('已办理');
}

/** A coordinator asks the caller by phone, whose number it reads for that, and puts down the words. */
export async function calledBack(county: County): Promise<void> {
  const walker = county.of('周敏');
  await toOrder(walker, '回访中');
  await by(walker, '电话回访', '电话回访');
  await walker.press('显示电话（会留记录）');
  await walker.sees('13800000000');
  await walker.choose('solved', 'yes');
  await walker.choose('contacted', 'yes');
  await walker.choose('rating', '5');
  await walker.fill({ words: '第二天就修好了，谢谢。' });
  await look(walker, 'calling-back');
  await walker.press('记下回访');
  await under(walker, title);
  await walker.sees('已解决');
  await look(walker, 'order-solved');
}
