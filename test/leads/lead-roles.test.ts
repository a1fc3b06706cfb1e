import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../src/evidence/index.js';
import { measureFacts } from '../../src/features/index.js';
import { leadPosition, likelyRole, ROLE_PARAMETERS } from '../../src/leads/lead-roles.js';
import { livesOrdinarily, pays, storyOf } from '../support/fee-stories.js';

const FAMILIES = Array.from({ length: 24 }, (_, i) => `family${i}`);
const SHOPS = Array.from({ length: 12 }, (_, i) => `shop${i}`);
const LEAD = ['collector0', 'collector1', 'collector2', 'mule', 'head', 'driver', 'exchange'];

/** Families pay three collectors; two feed a mule and one the head; the head pays a driver; an exchange deals with everybody. */
const transfers = [
  ...FAMILIES.flatMap(livesOrdinarily),
  ...FAMILIES.slice(0, 12).map((family, i) => pays(family, `collector${i % 3}`, 1000 + i, 10 + i)),
  pays('collector0', 'mule', 3600, 30),
  pays('collector1', 'mule', 3600, 31),
  pays('collector2', 'head', 3600, 32),
  pays('mule', 'head', 7000, 35),
  pays('head', 'driver', 500, 40),
  // A collector lives on its account: many small payments do not make it an exchange.
  ...SHOPS.map((shop, i) => pays('collector0', shop, 5, 50 + i)),
  ...FAMILIES.slice(12).map((family, i) => pays(family, 'exchange', 900 + i, 10 + i)),
  ...SHOPS.map((shop, i) => pays('exchange', shop, 700, 45 + i)),
  ...SHOPS.map((shop, i) => pays('driver', shop, 30, 70 + i)),
];

describe('the role of an account of a lead', () => {
  const values = defaultsOf({ id: 'roles', parameters: ROLE_PARAMETERS });

  it.each([
    ['collector0', 'collector'],
    ['collector2', 'collector'],
    ['mule', 'pass-through'],
    ['head', 'coordinator'],
    ['driver', 'journey-service'],
    ['exchange', 'value-transfer'],
  ])('%s is a possible %s by its position', (name, role) => {
    const { features, node } = storyOf(transfers);
    const facts = measureFacts(features);
    const members = new Set(LEAD.map(node));
    const position = leadPosition(features, node(name), members, facts);
    expect(likelyRole(position, { facts, account: node(name), values }).role).toBe(role);
  });
});
