/** Said to those concerned, also by mail: they say nothing of what the entry is about. */
export const careLooks = {
  'purpose.answer': '核对新登记',
  'purpose.plan': '安排时间',
  'purpose.contact': '联系本人',
  'purpose.follow-up': '跟进没有办完的安排',
  'purpose.task': '按约定联系，查看电话',
};
