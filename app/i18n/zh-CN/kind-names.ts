/** What a thing of each kind is called, wherever it is named by its kind; catalogues take the word from here. */
export const kindNames = {
  proposal: '提案',
  feedback: '诉求',
  conversation: '观点征集',
  statement: '观点',
  ballot: '投票',
  opportunity: '志愿活动',
  agreement: '协议',
  meeting: '会议',
  council: '抽选议事会',
  'work-order': '工单',
  organisation: '组织',
  area: '社区',
  comment: '评论',
  obligation: '协议约定',
};
