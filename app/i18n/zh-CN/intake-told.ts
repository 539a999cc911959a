/** What is told of callers and calls, and why something about them is refused. */
export const events = {
  'work-order.caller-answered': '来电人对工单“{title}”的回访已记录',
  'work-order.caller-read': '为回访工单“{title}”查看了一位来电人的电话',
  'work-order.caller-not-reached': '工单“{title}”回访时电话没有接通',
  'work-order.message-written': '经办人员就工单“{title}”给您写了话，请回复',
  'work-order.message-answered': '提诉求的人就工单“{title}”回复了您',
};

export const reasons = {
  'work-orders.calls-by-staff': '电话和窗口登记由本区域的管理员和工作人员办理。',
  'work-orders.own-work': '您代表经办部门，回访要由别人来做。',
  'work-orders.tried-often': '这位来电人已经记了很多次未接通，不再记录；接通时仍可填写答复。',
  'work-orders.caller-answered': '这位来电人已经答复过了，或者这张工单不在回访中。',
  'work-orders.names-caller': '工单会公开，请不要写出对方的姓名或电话；对方要求保密的，请选“要求保密”。',
  'work-orders.step-names-caller': '这里写的话人人可见，请不要写出来电人的姓名或电话。',
  'work-orders.step-tells-matter':
    '这里写的话人人可见，而其中有一段与不公开的诉求原文相同：请换一种说法，不要转述原文。',
  'work-orders.number-known': '这个官方工单号已经登记过了。',
  'feedback.misconduct': '这是举报，只有举报人和本区域的管理员看得到。',
  'work-orders.too-many-messages': '双方往来已满 {most} 条，请改用电话或当面。',
  'work-orders.office-begins': '经办人员写来以后，您才能回复。',
  'work-orders.words-of-report':
    '工单里不能用举报的原话：经办部门会看到。请换一种说法，不要写出举报人的情况。',
};
