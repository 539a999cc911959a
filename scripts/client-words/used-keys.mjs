import { namesIn } from './declared-names.mjs';

const all = (parts) => (parts.every((part) => part !== null) ? parts.flat() : null);
const exactly = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const listing = ['map', 'flatMap', 'forEach', 'filter', 'find', 'some', 'every'];

/** Tells which keys an expression can come to, as patterns; null where that is not to be seen. */
class Keys {
  #names;
  #looking = new Set();

  constructor(names) {
    this.#names = names;
  }

  of(node) {
    switch (node?.type) {
      case 'Literal':
        return [new RegExp(`^${exactly(String(node.value))}$`)];
      case 'TemplateLiteral': {
        const parts = node.quasis.map(({ value }) => exactly(value.cooked));
        return parts.every((part) => part === '') ? null : [new RegExp(`^${parts.join('.*')}$`)];
      }
      case 'ConditionalExpression':
        return all([this.of(node.consequent), this.of(node.alternate)]);
      case 'LogicalExpression':
        return all([this.of(node.left), this.of(node.right)]);
      case 'MemberExpression':
        return this.#ofTable(node.object);
      case 'Identifier':
        return this.#ofName(node.name);
      default:
        return null;
    }
  }

  /** Of an object whose values are keys. */
  #ofTable(node) {
    const table = node.type === 'Identifier' ? this.#value(node.name) : null;
    if (table?.type !== 'ObjectExpression') return null;
    return all(
      table.properties.map((property) => (property.type === 'Property' ? this.of(property.value) : null)),
    );
  }

  /** Of a list whose parts are keys. */
  #ofList(node) {
    const list = node.type === 'Identifier' ? this.#value(node.name) : node;
    if (list?.type === 'CallExpression' && list.callee.property?.name === 'filter')
      return this.#ofList(list.callee.object);
    return list?.type === 'ArrayExpression' ? all(list.elements.map((element) => this.of(element))) : null;
  }

  /** What a name is that is declared once and never changed. */
  #value(name) {
    const declared = this.#names.declared.get(name) ?? [];
    return declared.length === 1 ? (declared[0].value ?? null) : null;
  }

  #ofName(name) {
    const declared = this.#names.declared.get(name) ?? [];
    if (declared.length === 0 || this.#looking.has(name)) return null;
    this.#looking.add(name);
    const keys = declared.map(({ value, parameter }) => {
      if (value) return this.of(value);
      return parameter ? this.#handedTo(parameter) : null;
    });
    this.#looking.delete(name);
    return all(keys);
  }

  /** What a function is handed: by its callers where it has a name and is only called, by the list that it goes through. */
  #handedTo({ of: made, at, heldBy }) {
    if (heldBy.type === 'CallExpression') {
      const { callee, arguments: given } = heldBy;
      const goesThrough = callee.type === 'MemberExpression' && listing.includes(callee.property.name);
      return goesThrough && given[0] === made && at === 0 ? this.#ofList(callee.object) : null;
    }
    const isKept = heldBy.type === 'VariableDeclarator' && heldBy.id.type === 'Identifier';
    const named = isKept ? heldBy.id : made.type === 'FunctionDeclaration' ? made.id : null;
    if (!named) return null;
    const calls = this.#names.uses.filter(({ node }) => node.name === named.name && node !== named);
    return all(
      calls.map(({ node, holders: [{ node: call }] }) =>
        call.type === 'CallExpression' && call.callee === node ? this.of(call.arguments[at]) : null,
      ),
    );
  }
}

/** The catalogue that a call makes a translation from: `useText(proposals)`, `textIn(locale, proposals)`. */
function translated(call) {
  if (call.type !== 'CallExpression' || call.callee.type !== 'Identifier') return null;
  const at = { useText: 0, textIn: 1 }[call.callee.name];
  return at === undefined ? null : call.arguments[at];
}

/** The key that a call asks a catalogue for: `hasKey(proposals, key)`, `useText(proposals)(key)`; null for any other. */
function askedAtOnce(catalogue, [call, result]) {
  if (call.type !== 'CallExpression') return null;
  if (call.callee.name === 'hasKey' && call.arguments[0] === catalogue) return call.arguments[1];
  const isAsked =
    translated(call) === catalogue && result.type === 'CallExpression' && result.callee === call;
  return isAsked ? result.arguments[0] : null;
}

/**
 * Of each of the names, which are catalogues of a module, the patterns of the keys that the module asks for; null
 * where it may ask for any: what it hands on, or asks for by a key that comes from elsewhere.
 * A translation is followed by its name alone, so that one name for two catalogues asks both for what one is asked:
 * too much sometimes, and never too little.
 */
export function usedKeys(program, names) {
  const known = namesIn(program);
  const keys = new Keys(known);
  const used = new Map(names.map((name) => [name, []]));
  const note = (catalogue, more) => used.set(catalogue, all([used.get(catalogue), more]));
  const translations = new Map();
  for (const { node, holders } of known.uses.filter(({ node }) => names.includes(node.name))) {
    const [call, result] = holders.map((holder) => holder.node);
    const isKept =
      translated(call) === node && result.type === 'VariableDeclarator' && result.id.type === 'Identifier';
    if (isKept) translations.set(result.id.name, [...(translations.get(result.id.name) ?? []), node.name]);
    else note(node.name, keys.of(askedAtOnce(node, [call, result])));
  }
  for (const { node, holders } of known.uses) {
    const [{ node: call, slot }] = holders;
    const isAsked = call.type === 'CallExpression' && slot === 'callee';
    for (const name of translations.get(node.name) ?? [])
      note(name, isAsked ? keys.of(call.arguments[0]) : null);
  }
  return used;
}
