import { defaultModel, Model } from '@opensanctions/followthemoney';
import { describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../../src/disclosure/index.js';
import { caseGraph } from '../../../src/export/formats/case-graph.js';
import { type FtmEntity } from '../../../src/export/formats/ftm-entity.js';
import { shownText } from '../../../src/export/formats/shown-text.js';
import { madeCase } from '../../support/case-documents.js';
import { HOSTILE_TEXTS, hostileCase } from '../../support/hostile-texts.js';
import { askPython, exportedBytes, exportedText, hasPython } from './exported.js';

const document = madeCase({ leads: 2, operators: 5, transfers: 120 });
const model = new Model(defaultModel);

function entitiesOf(of: CaseDocument): FtmEntity[] {
  return exportedText(of, 'ftm')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as FtmEntity);
}

function countsOf(entities: readonly FtmEntity[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { schema } of entities) counts.set(schema, (counts.get(schema) ?? 0) + 1);
  return Object.fromEntries(counts);
}

describe('ftm', () => {
  it('is read by followthemoney with every value, required ones included, and ends that exist', () => {
    const entities = entitiesOf(document);
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    // Ten operators, and for each lead one entity for payers and one for others.
    expect(countsOf(entities)).toEqual({ LegalEntity: 14, BankAccount: 10, Ownership: 10, Payment: 240 });
    for (const written of entities) {
      const entity = model.getEntity(structuredClone(written) as never);
      expect(
        entity
          .getProperties()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(Object.keys(written.properties).sort());
      for (const property of entity.schema.getProperties().values()) {
        if (entity.schema.required.includes(property.name)) expect(entity.hasProperty(property)).toBe(true);
        if (property.type.isEntity && !property.stub) {
          for (const id of written.properties[property.name] ?? []) expect(ids.has(id)).toBe(true);
        }
      }
    }
  });

  it('calls holders by the names that the case keeps, and others unknown', () => {
    const [lead, ...rest] = document.leads;
    const [first, ...others] = lead!.operators;
    const named = {
      ...document,
      leads: [{ ...lead!, operators: [{ ...first!, holders: ['Roe, E.', 'E. Roe'] }, ...others] }, ...rest],
    };
    const names = entitiesOf(named).flatMap(({ schema, properties }) =>
      schema === 'LegalEntity' ? properties['name']! : [],
    );
    expect(names[0]).toBe('Roe, E. / E. Roe');
    expect(names[1]).toMatch(/^holder of .*, unknown$/u);
  });

  it('has a payment for each transfer with amount, date, and file and line', () => {
    const payments = entitiesOf(document).filter(({ schema }) => schema === 'Payment');
    for (const [i, edge] of [...caseGraph(document).edges].entries()) {
      expect(payments[i]!.properties).toMatchObject({
        amount: [edge.amount],
        currency: ['EUR'],
        date: [edge.dateTime!.replace('Z', '')],
        recordId: [`bank.csv:${edge.line}`],
        transactionNumber: [edge.id],
      });
    }
  });

  it('has one entity for all protected payers of a lead, which says that it is nobody', () => {
    const [payers, ...more] = entitiesOf(document).filter(({ id }) => id.endsWith('C001-payers'));
    expect(more).toEqual([]);
    expect(payers!.properties).toMatchObject({
      name: ['protected payers of C001 (40, not named)'],
      description: [expect.stringContaining('It is no person and no company.')],
      notes: [expect.stringContaining('Leads, not proof.')],
    });
  });

  it('does not say which account of a holder of several it was', () => {
    const two = {
      ...document,
      leads: document.leads.map((lead) => ({
        ...lead,
        operators: lead.operators.map((operator) => ({
          ...operator,
          accounts: [...operator.accounts, { institution: '', account: 'second' }],
        })),
      })),
    };
    const entities = entitiesOf(two);
    expect(countsOf(entities)).toMatchObject({ LegalEntity: 14, BankAccount: 20, Ownership: 20 });
    expect(entities.some(({ properties }) => 'payerAccount' in properties || 'beneficiaryAccount' in properties)).toBe(
      false,
    );
  });

  it.each(HOSTILE_TEXTS)('is inert with %s', (_, text) => {
    const wish = { operators: 4, transfers: 30 };
    const made = hostileCase(text, wish);
    const entities = entitiesOf(made);
    expect(countsOf(entities)).toEqual(countsOf(entitiesOf(madeCase(wish))));
    const accounts = entities
      .filter(({ schema }) => schema === 'BankAccount')
      .map(({ properties }) => properties['accountNumber']);
    expect(accounts).toEqual(made.leads[0]!.operators.map(({ accounts: [key] }) => [shownText(key!.account)]));
  });

  it.skipIf(!hasPython('followthemoney'))(
    'is read by followthemoney for Python, which keeps every value',
    { timeout: 120_000 },
    () => {
      const script = `
import json, sys
from followthemoney import model
entities = 0
lost = []
for line in open(sys.argv[1], encoding='utf-8'):
  data = json.loads(line)
  proxy = model.get_proxy(data, cleaned=False)
  entities += 1
  proxy.schema.validate(proxy.to_dict())
  for name, values in data['properties'].items():
    if len(proxy.get(name)) != len(values) or (name != 'country' and sorted(proxy.get(name)) != sorted(values)):
      lost.append([name, values, proxy.get(name)])
print(json.dumps({'entities': entities, 'lost': lost}))`;
      expect(askPython(script, exportedBytes(document, 'ftm'))).toEqual({ entities: 274, lost: [] });
    },
  );
});
