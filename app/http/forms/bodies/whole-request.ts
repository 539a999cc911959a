interface Init {
  method: string;
  headers: Headers;
  body: Buffer<ArrayBuffer>;
}

/**
 * A request whose body was read before: it hands the bytes out as they are. One that is made of them would lay a stream
 * around them and read it back, which costs ten times as much as all else about it.
 */
export class WholeRequest extends Request {
  readonly #bytes: ArrayBuffer;

  constructor(url: URL, { method, headers, body }: Init) {
    super(url, { method, headers });
    this.#bytes = new Uint8Array(body).buffer;
  }

  override get body() {
    return this.#asAnswer().body;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.resolve(this.#bytes.slice());
  }

  override text(): Promise<string> {
    return this.#asAnswer().text();
  }

  override formData(): Promise<FormData> {
    return this.#asAnswer().formData();
  }

  override blob(): Promise<Blob> {
    return this.#asAnswer().blob();
  }

  override json(): Promise<unknown> {
    return this.#asAnswer().json();
  }

  override clone(): Request {
    const { method, headers } = this;
    return new WholeRequest(new URL(this.url), { method, headers, body: Buffer.from(this.#bytes.slice()) });
  }

  #asAnswer(): Response {
    return new Response(this.#bytes.slice(), { headers: this.headers });
  }
}
