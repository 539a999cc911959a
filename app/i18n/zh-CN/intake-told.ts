/** What is told of callers and calls, and why something about them is refused. */
export const events = {
  'work-order.caller-answered': '来电人对工单“{title}”的回访已记录',
  'work-order.caller-read': '为回访工单“{title}”查看了一位来电人的电话',
  'work-order.caller-not-reached': '工单“{title}”回访时电话没有接通',
};

export const reasons = {
  'work-orders.calls-by-staff': '电话和窗口登记由本区域的管理员和工作人员办理。',
  'work-orders.own-work': '您代表经办部门，回访要由别人来做。',
  'work-orders.tried-often': '这位来电人已经记了很多次未接通，不再记录；接通时仍可填写答复。',
  'work-orders.caller-answered': '这位来电人已经答复过了，或者这张工单不在回访中。',
  'work-orders.names-caller': '工单会公开，请不要写出对方的姓名或电话；对方要求保密的，请选“要求保密”。',
  'work-orders.number-known': '这个官方工单号已经登记过了。',
};
