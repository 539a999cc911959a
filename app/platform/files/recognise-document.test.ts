import { expect, it } from 'vitest';
import { documentName, recogniseDocument } from './recognise-document.server';
import { zipOf } from '../../../tests/factories/documents';

const openXml = 'application/vnd.openxmlformats-officedocument';

it('knows documents by their bytes', () => {
  expect(recogniseDocument(Buffer.from('%PDF-1.7\n'))?.extension).toBe('pdf');
  const word = zipOf(['[Content_Types].xml', 'word/document.xml']);
  expect(recogniseDocument(word)).toEqual({
    mediaType: `${openXml}.wordprocessingml.document`,
    extension: 'docx',
  });
  expect(recogniseDocument(zipOf(['[Content_Types].xml', 'xl/workbook.xml']))?.extension).toBe('xlsx');
  const open = zipOf(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text');
  expect(recogniseDocument(open)?.extension).toBe('odt');
  const older = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook', 'utf16le')]);
  expect(recogniseDocument(older)?.extension).toBe('xls');
});

it('refuses what is something else, carries programs, is cut off or too large', () => {
  const refused = [
    Buffer.alloc(0),
    Buffer.from('<html><script>alert(1)</script></html>'),
    Buffer.from('MZ\u0090'),
    zipOf(['readme.txt']),
    zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
    zipOf(['[Content_Types].xml', 'word/document.xml']).subarray(0, 60),
    Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10 * 1024 * 1024)]),
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('WordDocument', 'utf16le'),
      Buffer.from('_VBA_PROJECT', 'utf16le'),
    ]),
  ];
  for (const bytes of refused) expect(recogniseDocument(bytes)).toBeNull();
});

it('names what is downloaded after what it is', () => {
  expect(documentName('现场勘察报告.docx', 'docx')).toBe('现场勘察报告.docx');
  expect(documentName('C:\\fakepath\\账单.exe', 'pdf')).toBe('账单.pdf');
  expect(documentName('../../etc/passwd', 'pdf')).toBe('passwd.pdf');
  expect(documentName('\u202egpj.<x>"\n', 'pdf')).toBe('gpj.pdf');
  expect(documentName('', 'pdf')).toBe('document.pdf');
});
