export const events = {
  'real-name.confirmed': '您的实名核验已完成（核验：{seen}）。如果您没有办理，请立即联系社区或管理员',
  'real-name.removed': '删除了实名信息',
};

export const reasons = {
  'identity.no-identity-number': '证件号码不对，请对照证件再看一遍。',
  'identity.number-taken': '这个证件已经属于另一个账号：每人一个账号。请用那个账号登录，或先把它注销。',
  'identity.name-and-number-differ': '姓名和证件号码对不上，请对照证件再看一遍。',
  'identity.service-unreachable': '身份服务现在没有回应，什么也没保存。请稍后再试，或到服务窗口办理。',
  'identity.not-oneself': '不能给自己登记，请同事办理。',
  'identity.guardian-needed': '未满 14 周岁：请填写到场并同意的监护人姓名。',
  'identity.guardian-at-counter': '未满 14 周岁要监护人同意：请和监护人一起带证件到服务窗口办理实名核验。',
  'identity.guardian-first': '要等您的监护人同意：已给对方发信。对方同意以后，请再打开这个链接。',
};
