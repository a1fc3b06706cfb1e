import { InputError } from '../../../foundation/index.js';
import { ANYTHING, EMPTY, type Particle, type SchemaType } from './schema-content.js';
import { parseSchemaNodes, type SchemaNode } from './schema-node.js';
import { declared, distinct, enumerated, grouped, occurrence, ONCE, tooMany, valuesOfType } from './schema-parts.js';

/** Types and groups that lead to one another without an element between them. */
const MAX_CHAIN = 100;
const PARTICLES = new Set(['element', 'sequence', 'choice', 'all', 'group']);
/** Values of unions, counted once for each union. */
const MAX_UNION_VALUES = 500_000;

/**
 * What the element `report` of a schema may hold. Read are global and local elements, references, named and unnamed types,
 * extension, restriction, sequences, choices, `xs:all`, groups, occurrences, enumerations, unions and required attributes. Lengths,
 * patterns, ranges, wildcards (`xs:any`) and substitution groups are not: a validator is no less needed afterwards.
 *
 * @throws InputError what {@link parseSchemaNodes} throws; `schema-no-report`, `schema-unresolved` for a name that it does not
 *   declare, `schema-cycle` for a type or group made of itself, `schema-too-large`, `schema-unreadable`
 */
export function readReportType(text: string): Extract<SchemaType, { kind: 'elements' }> {
  const reader = new SchemaReader(parseSchemaNodes(text));
  const type = reader.reportType();
  if (type.kind !== 'elements') throw new InputError('schema-no-report', 'Expected a schema whose report has elements');
  return type;
}

class SchemaReader {
  readonly #elements = new Map<string, SchemaNode>();
  readonly #types = new Map<string, SchemaNode>();
  readonly #groups = new Map<string, SchemaNode>();
  readonly #attributeGroups = new Map<string, SchemaNode>();
  readonly #madeTypes = new Map<SchemaNode, SchemaType>();
  readonly #madeElements = new Map<SchemaNode, SchemaType>();
  readonly #madeGroups = new Map<SchemaNode, Particle>();
  readonly #madeAttributes = new Map<SchemaNode, readonly string[]>();
  /** Types and groups that are being made: one that leads back to itself is none. */
  readonly #open = new Set<SchemaNode>();
  /** Types of elements that were met and not yet made. */
  readonly #ahead: (() => SchemaType)[] = [];
  #unionValues = 0;

  constructor(schema: SchemaNode) {
    const rooms = new Map([
      ['element', this.#elements],
      ['complexType', this.#types],
      ['simpleType', this.#types],
      ['group', this.#groups],
      ['attributeGroup', this.#attributeGroups],
    ]);
    for (const node of schema.children) rooms.get(node.name)?.set(node.attributes.get('name') ?? '', node);
  }

  /** Makes every type that can be reached, so that a fault shows before anything is written. */
  reportType(): SchemaType {
    const report = this.#elements.get('report');
    if (report === undefined) throw new InputError('schema-no-report', 'Expected a schema with an element report');
    const type = this.#typeOfElement(report);
    for (let next = this.#ahead.pop(); next !== undefined; next = this.#ahead.pop()) next();
    return type;
  }

  #typeOfElement(node: SchemaNode): SchemaType {
    const known = this.#madeElements.get(node);
    if (known !== undefined) return known;
    const inline = node.children.find(({ name }) => name === 'complexType' || name === 'simpleType');
    const named = node.attributes.get('type');
    const type = inline !== undefined ? this.#made(inline) : named === undefined ? ANYTHING : this.#typeNamed(named);
    const fixed = node.attributes.get('fixed');
    const made = fixed === undefined || type.kind !== 'text' ? type : { ...type, values: new Set([fixed]) };
    this.#madeElements.set(node, made);
    return made;
  }

  #typeNamed(name: string): SchemaType {
    if (name === 'xs:anyType') return ANYTHING;
    if (name.startsWith('xs:')) return { kind: 'text', values: null, attributes: [] };
    return this.#made(declared(this.#types, name));
  }

  #made(node: SchemaNode): SchemaType {
    const known = this.#madeTypes.get(node);
    if (known !== undefined) return known;
    const type = this.#within(node, () =>
      node.name === 'simpleType'
        ? ({ kind: 'text', values: this.#valuesOf(node), attributes: [] } as const)
        : this.#complex(node),
    );
    this.#madeTypes.set(node, type);
    return type;
  }

  #complex(node: SchemaNode): SchemaType {
    const derived = node.children.find(({ name }) => name === 'simpleContent' || name === 'complexContent');
    const way = derived?.children.find(({ name }) => name === 'extension' || name === 'restriction');
    if (derived === undefined || way === undefined) {
      return { kind: 'elements', content: this.#contentOf(node), attributes: this.#requiredAttributes(node) };
    }
    const base = this.#typeNamed(way.attributes.get('base') ?? 'xs:anyType');
    const own = this.#requiredAttributes(way);
    const attributes = way.name === 'extension' ? distinct([...base.attributes, ...own]) : own;
    if (derived.name === 'simpleContent') {
      const before = base.kind === 'text' ? base.values : null;
      return { kind: 'text', values: enumerated(way) ?? before, attributes };
    }
    const content = this.#contentOf(way);
    if (way.name === 'restriction' || base.kind !== 'elements') return { kind: 'elements', content, attributes };
    return { kind: 'elements', content: grouped('sequence', [base.content, content], ONCE), attributes };
  }

  #valuesOf(node: SchemaNode): ReadonlySet<string> | null {
    const [way] = node.children;
    if (way === undefined || way.name === 'list') return null;
    const inline = way.children.filter(({ name }) => name === 'simpleType');
    const names = (way.attributes.get(way.name === 'union' ? 'memberTypes' : 'base') ?? '').split(' ');
    const named = [...new Set(names)].filter((name) => name !== '').map((name) => this.#typeNamed(name));
    const types = [...named, ...inline.map((one) => this.#made(one))];
    if (way.name === 'restriction') return enumerated(way) ?? valuesOfType(types[0]);
    const each = types.map(valuesOfType);
    for (const values of each) this.#unionValues += values?.size ?? 0;
    if (this.#unionValues > MAX_UNION_VALUES) throw tooMany(`${MAX_UNION_VALUES} values in unions`);
    return each.includes(null) ? null : new Set(each.flatMap((values) => [...(values ?? [])]));
  }

  #contentOf(node: SchemaNode): Particle {
    const content = node.children.find(({ name }) => PARTICLES.has(name));
    return content === undefined ? EMPTY : this.#particle(content);
  }

  #particle(node: SchemaNode): Particle {
    const occurs = occurrence(node);
    const ref = node.attributes.get('ref');
    if (node.name === 'element') {
      const target = ref === undefined ? node : declared(this.#elements, ref);
      const type = (): SchemaType => this.#typeOfElement(target);
      this.#ahead.push(type);
      return { kind: 'element', name: target.attributes.get('name') ?? '', type, ...occurs, size: 1 };
    }
    if (node.name === 'group') {
      const group = this.#group(declared(this.#groups, ref ?? ''));
      return grouped('sequence', [group], occurs);
    }
    const parts = node.children.filter(({ name }) => PARTICLES.has(name)).map((part) => this.#particle(part));
    return grouped(node.name === 'choice' || node.name === 'all' ? node.name : 'sequence', parts, occurs);
  }

  #group(node: SchemaNode): Particle {
    const known = this.#madeGroups.get(node) ?? this.#within(node, () => this.#contentOf(node));
    this.#madeGroups.set(node, known);
    return known;
  }

  #requiredAttributes(node: SchemaNode): readonly string[] {
    const found = node.children.flatMap(({ name, attributes }) => {
      if (name === 'attribute' && attributes.get('use') === 'required') {
        return [attributes.get('name') ?? attributes.get('ref') ?? ''];
      }
      return name === 'attributeGroup'
        ? this.#attributeGroup(declared(this.#attributeGroups, attributes.get('ref') ?? ''))
        : [];
    });
    return distinct(found);
  }

  #attributeGroup(node: SchemaNode): readonly string[] {
    const known = this.#madeAttributes.get(node) ?? this.#within(node, () => this.#requiredAttributes(node));
    this.#madeAttributes.set(node, known);
    return known;
  }

  #within<T>(node: SchemaNode, make: () => T): T {
    const name = node.attributes.get('name') ?? 'a type without name';
    if (this.#open.has(node)) {
      throw new InputError('schema-cycle', `Expected types and groups made of others but ${name} is made of itself`);
    }
    if (this.#open.size >= MAX_CHAIN) {
      throw tooMany(`${MAX_CHAIN} types or groups in a chain`);
    }
    this.#open.add(node);
    const made = make();
    this.#open.delete(node);
    return made;
  }
}
