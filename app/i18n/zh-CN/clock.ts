export const clock = {
  'began.dispatch': '{time}登记',
  'began.response': '{time}派单',
  'began.resolution': '{time}派单',
  'amount.working-hours': '{count}个工作小时',
  'amount.working-days': '{count}个工作日',
  fixed: '期限由派单人指定',
  extended: '延期{count}个工作日',
  stood: '暂停{count}个工作日',
  due: '{time}到期',
  comma: '，',
  colon: '：',
};
