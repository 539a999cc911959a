declare module 'jsonld' {
  /** What the tests ask of the parser: every name as the full address that it stands for. */
  const jsonld: {
    expand(document: object, options: { documentLoader: (url: string) => never }): Promise<unknown[]>;
    toRDF(document: object, options: { documentLoader: (url: string) => never }): Promise<unknown[]>;
  };
  export default jsonld;
}
