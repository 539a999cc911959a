interface Bounds {
  /** How many are kept at most; when more come all are forgotten, and made anew where they are asked again. */
  most: number;
  /** Of longer texts nothing is kept. */
  longest: number;
}

/** What is made of a text and depends on nothing else: made once for as long as it is kept. */
export function rememberedByText<Value>(
  make: (text: string) => Value,
  { most, longest }: Bounds,
): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    if (text.length > longest) return make(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = make(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
