import { SaxesParser, type SaxesTagNS } from 'saxes';
import { InputError } from '../../../foundation/index.js';

/** An element of the language of XML Schema, as it was written. */
export interface SchemaNode {
  readonly name: string;
  /** Names of other parts of the schema are resolved: `xs:string` for what the language brings, `person` for the schema's own. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SchemaNode[];
}

/** Characters of a schema: room for tens of thousands of enumerations. */
const MAX_SCHEMA_CHARS = 4_000_000;
const MAX_DEPTH = 64;
const MAX_NODES = 200_000;
const LANGUAGE = 'http://www.w3.org/2001/XMLSchema';
/** Attributes that hold one name of another part, or several. */
const REFERENCES = new Set(['ref', 'type', 'base', 'memberTypes', 'itemType']);
/** What a schema says to people, and what does not bear on elements and values. */
const IGNORED = new Set(['annotation', 'unique', 'key', 'keyref', 'notation']);
const ELSEWHERE = new Set(['include', 'import', 'redefine', 'override']);

/**
 * The text of an XSD as a tree, read by a parser that expands no entities and fetches nothing. A schema stands in one file:
 * what refers to others is refused.
 *
 * @throws InputError `schema-too-large` beyond 4 million characters, 200,000 elements or 64 levels, `xml-doctype` for any document
 *   type, `xml-unreadable`, `schema-in-parts` for `xs:include`, `xs:import`, `xs:redefine` and `xs:override`, `schema-namespace` for
 *   names of a namespace, which goAML does not have, `schema-unreadable` where it is no schema
 */
export function parseSchemaNodes(text: string): SchemaNode {
  if (text.length > MAX_SCHEMA_CHARS) throw tooLarge(`${text.length} characters`);
  const parser = new SaxesParser<{ xmlns: true; position: true }>({ xmlns: true, position: true });
  const open: { node: SchemaNode; children: SchemaNode[]; ignored: boolean }[] = [];
  let root: SchemaNode | undefined;
  let count = 0;
  parser.on('error', (error) => {
    throw new InputError('xml-unreadable', `Expected a well-formed schema but received ${error.message.slice(0, 200)}`);
  });
  parser.on('doctype', () => {
    throw new InputError('xml-doctype', 'Expected a schema without document type: entities of its own are not read');
  });
  parser.on('opentag', (tag) => {
    if (open.length >= MAX_DEPTH) throw tooLarge(`elements more than ${MAX_DEPTH} deep`);
    if (++count > MAX_NODES) throw tooLarge(`more than ${MAX_NODES} elements`);
    const above = open.at(-1);
    const ignored =
      above?.ignored === true || (above !== undefined && (tag.uri !== LANGUAGE || IGNORED.has(tag.local)));
    if (!ignored && ELSEWHERE.has(tag.local)) {
      throw new InputError(
        'schema-in-parts',
        `Expected a schema in one file but received xs:${tag.local} on line ${parser.line}: other files are not followed`,
      );
    }
    const children: SchemaNode[] = [];
    const attributes = ignored ? new Map<string, string>() : attributesOf(tag, (prefix) => parser.resolve(prefix));
    const node = { name: tag.local, attributes, children };
    if (above === undefined) root = requireSchema(tag, node);
    else if (!ignored) above.children.push(node);
    open.push({ node, children, ignored });
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (root === undefined) throw new InputError('schema-unreadable', 'Expected an XML Schema but received no element');
  return root;
}

function requireSchema({ uri, local }: SaxesTagNS, node: SchemaNode): SchemaNode {
  if (uri !== LANGUAGE || local !== 'schema') {
    throw new InputError('schema-unreadable', 'Expected an XML Schema, whose first element is xs:schema');
  }
  if ((node.attributes.get('targetNamespace') ?? '') !== '') throw inNamespace();
  return node;
}

function attributesOf(tag: SaxesTagNS, resolve: (prefix: string) => string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    if (uri !== '') continue;
    const names = REFERENCES.has(local) ? value.trim().split(/\s+/u) : null;
    found.set(local, names === null ? value : names.map((name) => resolved(name, resolve)).join(' '));
  }
  return found;
}

function resolved(name: string, resolve: (prefix: string) => string | undefined): string {
  const colon = name.indexOf(':');
  const uri = resolve(colon < 0 ? '' : name.slice(0, colon)) ?? '';
  const local = name.slice(colon + 1);
  if (uri === LANGUAGE) return `xs:${local}`;
  if (uri !== '' || colon >= 0) throw inNamespace();
  return local;
}

function inNamespace(): InputError {
  return new InputError('schema-namespace', 'Expected a schema of goAML, which has no namespace of its own');
}

function tooLarge(received: string): InputError {
  return new InputError(
    'schema-too-large',
    `Expected a schema of at most ${MAX_SCHEMA_CHARS} characters, ${MAX_NODES} elements and ${MAX_DEPTH} levels but received ${received}`,
  );
}
