declare module 'heic-decode' {
  interface Decodable {
    width: number;
    height: number;
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
  }
  const decode: { all(given: { buffer: Uint8Array }): Promise<Decodable[]> };
  export default decode;
}
