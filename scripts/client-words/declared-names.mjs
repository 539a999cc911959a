/** Nodes of an ESTree with what holds them, from the outside in. */
export function* nodesIn(node, holders = []) {
  yield { node, holders };
  for (const [slot, value] of Object.entries(node)) {
    const inner = Array.isArray(value) ? value : [value];
    for (const child of inner)
      if (child && typeof child.type === 'string') yield* nodesIn(child, [{ node, slot }, ...holders]);
  }
}

/** A property's name: neither a use nor a declaration. */
function isLabel({ holders: [{ node, slot }] }) {
  if (node.type === 'MemberExpression') return slot === 'property' && !node.computed;
  return node.type === 'Property' && slot === 'key' && !node.computed && !node.shorthand;
}

/** What a name is where it is declared; null where it is used. */
function declarationOf({ node, holders }) {
  const [holder, next] = holders;
  const { type } = holder.node;
  if (type === 'VariableDeclarator' && holder.slot === 'id')
    return next.node.kind === 'const' ? { value: holder.node.init } : {};
  if (holder.slot === 'params') {
    const isExported = holders.slice(1, 4).some((outer) => outer.node.type.startsWith('Export'));
    const at = holder.node.params.indexOf(node);
    return isExported ? {} : { parameter: { of: holder.node, at, heldBy: next.node } };
  }
  if (type === 'Property' && next?.node.type === 'ObjectPattern') return {};
  if (type.startsWith('Import') && type !== 'ImportExpression') return {};
  const isPart = type === 'ArrayPattern' || type === 'RestElement';
  return isPart || (type === 'AssignmentPattern' && holder.slot === 'left') ? {} : null;
}

/**
 * The names of a module: what each is declared as, everywhere in it, and its uses. Scopes are not told apart: a name
 * that is declared twice may be either.
 */
export function namesIn(program) {
  const declared = new Map();
  const uses = [];
  for (const found of nodesIn(program)) {
    if (found.node.type !== 'Identifier' || isLabel(found)) continue;
    const declaration = declarationOf(found);
    const { name } = found.node;
    if (declaration) declared.set(name, [...(declared.get(name) ?? []), declaration]);
    else uses.push(found);
  }
  return { declared, uses };
}
