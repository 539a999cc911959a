export const orderRounds = {
  report: '办结报告',
  'report-of-round': '第 {round} 次办结报告',
  'call-back-of-round': '第 {round} 轮回访结果',
  'call-back': '回访结果',
  measures: '采取的措施',
  'pictures-before': '办理前',
  'pictures-after': '办理后',
  'call-back-count': '回访 {asked} 人：{solved} 人说已解决，{unsolved} 人说没有，{silent} 人尚未答复',
  rating: '平均评分',
  'rating-of': '{rating} 分（满分 5 分）',
  'call-back-words': '回访时说的话（只有办理人员能看到，不显示姓名）',
  'call-back-rule':
    '规则：答复的人中说“解决”的多于“没解决”即为解决，一样多算没解决；7 天不答复的另行统计，不算任何一边。',
};
