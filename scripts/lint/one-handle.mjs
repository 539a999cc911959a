/**
 * What the types of a checker say of a handle. A transaction writes; what is outside leads to another connection; a
 * handle of any kind that was made before the transaction does so too.
 */
function kindsOf(checker) {
  const has = (type, ...names) => names.every((name) => type.getProperty(name) !== undefined);
  const isDatabase = (type) => has(type, 'transaction', 'read', 'sql');
  const isReads = (type) => has(type, 'read', 'sql') || has(type, 'storedFile', 'person');
  const orItsDatabase = (type, is) => {
    const database = type.getProperty('database');
    return is(type) || (database !== undefined && is(checker.getTypeOfSymbol(database)));
  };
  return {
    isTransaction: (type) => has(type, 'prisma', 'sql', 'afterCommit'),
    isContext: (type) => has(type, 'actor', 'database'),
    isOutside: (type) => orItsDatabase(type, isDatabase),
    isHandle: (type) => orItsDatabase(type, (one) => isDatabase(one) || isReads(one)),
  };
}

/** A function with a parameter that is a transaction, by its own types or by those of the place it is handed to. */
function isHandedTransaction(fn, { sourceCode, isTransaction }) {
  const services = sourceCode.parserServices;
  const named = sourceCode
    .getDeclaredVariables(fn)
    .some(
      ({ defs }) => defs[0]?.type === 'Parameter' && isTransaction(services.getTypeAtLocation(defs[0].name)),
    );
  if (named || fn.type === 'FunctionDeclaration') return named;
  const checker = services.program.getTypeChecker();
  const asked = checker.getContextualType(services.esTreeNodeToTSNodeMap.get(fn));
  const [signature] = asked?.getCallSignatures() ?? [];
  return signature?.parameters.some((one) => isTransaction(checker.getTypeOfSymbol(one))) ?? false;
}

/** Where a name comes from. */
const scopesOf = (sourceCode) => ({
  referenceTo(node) {
    for (let scope = sourceCode.getScope(node); scope; scope = scope.upper) {
      const found = scope.references.find(({ identifier }) => identifier === node);
      if (found) return found.isTypeReference ? null : found;
    }
    return null;
  },
  /** Named inside, and not by its parameters: made from what the transaction gives. */
  isMadeInside(reference, fn) {
    const [def] = reference.resolved?.defs ?? [];
    if (!def || def.node === fn) return false;
    return fn.range[0] <= def.name.range[0] && def.name.range[1] <= fn.range[1];
  },
});

/**
 * Inside a transaction there is only the transaction. In a function that is handed one (a `Transaction` or a
 * `TransactionContext`), nothing may be named that leads to another connection: no `Context`, no `Database`, and no
 * reading handle that was made outside. Types alone cannot hold this: a closure sees what is around it.
 */
export const oneHandle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      otherHandle:
        'Inside a transaction there is only the transaction: {{name}} leads to another connection (decision 0032).',
      byInTransaction: 'A context opens a transaction by inTransaction(ctx, (ctx) => …) (decision 0032).',
    },
  },
  create(context) {
    const { sourceCode } = context;
    const services = sourceCode.parserServices;
    const { isTransaction, isContext, isOutside, isHandle } = kindsOf(services.program.getTypeChecker());
    const inside = [];

    const scopes = scopesOf(sourceCode);
    const takesTransaction = (fn) => isHandedTransaction(fn, { sourceCode, isTransaction });
    const report = (node) =>
      context.report({ node, messageId: 'otherHandle', data: { name: sourceCode.getText(node) } });

    return {
      ':function'(fn) {
        if (inside.length > 0 || takesTransaction(fn)) inside.push(fn);
      },
      ':function:exit'(fn) {
        if (inside.at(-1) === fn) inside.pop();
      },
      Identifier(node) {
        const [outermost] = inside;
        const reference = outermost && scopes.referenceTo(node);
        if (!reference) return;
        const isWrong = scopes.isMadeInside(reference, outermost) ? isOutside : isHandle;
        for (let part = node; ; part = part.parent) {
          const type = services.getTypeAtLocation(part);
          if (isTransaction(type)) return;
          if (isWrong(type)) return report(part);
          if (part.parent.type !== 'MemberExpression' || part.parent.object !== part) return;
        }
      },
      CallExpression(node) {
        if (inside.length > 0 && isOutside(services.getTypeAtLocation(node))) report(node);
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || callee.property.name !== 'transaction') return;
        const owner = callee.object.type === 'MemberExpression' ? callee.object.object : null;
        if (owner && isContext(services.getTypeAtLocation(owner)))
          context.report({ node, messageId: 'byInTransaction' });
      },
    };
  },
};
