import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CertificateText } from './certificate-text';

it('says of name and identity that they are as the person gave them', () => {
  const issuedAt = new Date('2026-11-29T01:00:00Z');
  const content = {
    ...{ realName: '陈桂兰', idNumber: '421002195501010020', displayName: '桂兰', organisation: '护江队' },
    ...{ code: 'ABCDEFGH', items: [], honours: [] },
    evaluations: [],
    facts: null,
    trainings: [{ name: '急救培训', content: '心肺复苏', minutes: 90, day: '2026-11-02' }],
  };
  const html = renderToStaticMarkup(
    <CertificateText
      certificate={{ number: '20261129-ABCDEFGH', minutes: 75, issuedAt }}
      content={content}
      checkUrl="https://gongzhi.example/certificates/check"
      qr={{ size: 1, path: '' }}
    />,
  );
  expect(html).toContain('陈桂兰（本人填写，平台没有核验）');
  expect(html).toContain('421002195501010020（本人填写，平台没有核验）');
  expect(html).toContain('1.25');
  expect(html).toContain('急救培训 · 心肺复苏 · 1.5 小时 · 2026-11-02');
  expect(html).not.toContain('表彰奖励');
});
