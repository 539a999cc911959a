/** The text of a file as Chinese offices save it: UTF-8, else GB18030; a byte-order mark is dropped. */
export function decodeChinese(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
