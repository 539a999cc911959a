const pageBytes = 64 * 1024;

/** Lets no memory of WebAssembly in this thread grow past so many bytes: what asks for more is told that there is none. */
export function boundMemory(memory: Pick<WebAssembly.Memory, 'grow' | 'buffer'>, mostBytes: number): void {
  const grow = Object.getOwnPropertyDescriptor(memory, 'grow')?.value as WebAssembly.Memory['grow'];
  memory.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * pageBytes > mostBytes) throw new RangeError('No more memory');
    return grow.call(this, pages);
  };
}
