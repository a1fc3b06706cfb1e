import { describe, expect, it } from 'vitest';
import { investigate, type Investigation, JUDGEMENT_SETS } from '../../src/investigation/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { createRandom, shuffle } from '../../src/foundation/index.js';
import { DETECTORS } from '../../src/typologies/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { transfersOf } from '../support/transfers-of.js';

const WORLD = simulateWorld({ seed: 7, transfers: 4500 });
const LEDGER = WORLD.toLedger().ledger;

/** What a case says, with accounts under the names that `rename` gives them. */
function gist({ leads, findings }: Investigation, rename: (account: string) => string = (name) => name): unknown {
  return {
    leads: leads.map((lead) => ({
      ...lead,
      operators: lead.operators
        .map(({ names, rule, role }) => ({ names: names.map((key) => rename(key.account)), rule, role }))
        .sort((a, b) => (a.names[0]! < b.names[0]! ? -1 : 1)),
    })),
    findings: findings
      .map(({ finding, lead }) => `${finding.typology} ${finding.status} ${lead ?? ''} ${finding.rows.length}`)
      .sort(),
  };
}

describe('investigate', () => {
  const base = investigate(LEDGER, { seed: 1, stabilityRuns: 5 });
  const transfers = transfersOf(LEDGER);

  it('finds leads in the example world', () => {
    expect(base.leads.length).toBeGreaterThanOrEqual(1);
    for (const { score, level, parts } of base.leads) {
      expect(Number.isFinite(score)).toBe(true);
      expect(['strong', 'second-look']).toContain(level);
      expect(parts.some(({ side }) => side === 'for')).toBe(true);
    }
  });

  it('does not depend on the order of rows', () => {
    const shuffled = shuffle([...transfers], createRandom(5));
    expect(gist(investigate(createLedger(shuffled).ledger, { seed: 1, stabilityRuns: 5 }))).toEqual(gist(base));
  });

  it('does not depend on how accounts are called', () => {
    const names = new Map<string, string>();
    const random = createRandom(9);
    const alias = (name: string): string => {
      const known = names.get(name) ?? `x${Math.floor(random() * 1e9)}-${names.size}`;
      names.set(name, known);
      return known;
    };
    const rename = (key: TransferInput['payer']): TransferInput['payer'] =>
      typeof key === 'string'
        ? alias(key)
        : { institution: key.institution, account: alias(`${key.institution}|${key.account}`) };
    const renamed = transfers.map((t) => ({ ...t, payer: rename(t.payer), beneficiary: rename(t.beneficiary) }));
    const back = new Map([...names].map(([name, given]) => [given, name.split('|')[1]!]));
    const again = investigate(createLedger(renamed).ledger, { seed: 1, stabilityRuns: 5 });
    expect(gist(again, (account) => back.get(account)!)).toEqual(gist(base));
  });

  it('says what the data lacks instead of finding nothing', () => {
    const bare = createLedger(
      Array.from({ length: 30 }, (_, i) => ({
        payer: `p${i}`,
        beneficiary: 'hub',
        timeMs: i,
        precision: 'order' as const,
      })),
    ).ledger;
    const { caseFile, leads } = investigate(bare);
    expect(leads).toEqual([]);
    expect(caseFile.notEvaluable[0]).toEqual({ typology: 'judgement', missing: ['amount', 'time'] });
    const missing = new Map(caseFile.notEvaluable.map((entry) => [entry.typology, entry.missing]));
    expect(missing.get('funnel-account')).toContain('amount');
    expect(missing.get('rapid-pass-through')).toContain('time');
  });

  it('runs detectors that the caller brings', () => {
    const own = { ...DETECTORS[0]!, id: 'own-detector', title: 'Own pattern' };
    const { findings, options } = investigate(LEDGER, { only: ['own-detector'], extraDetectors: [own] });
    expect(Object.keys(options.parameters)).toEqual([...Object.keys(JUDGEMENT_SETS), 'own-detector']);
    expect(findings.length).toBeGreaterThan(0);
    const told = findings.filter(({ finding }) => finding.typology !== 'fee-flow');
    expect(told[0]!.sentence).toContain('own pattern');
  });

  it('lets the caller vouch for accounts, and counts them', () => {
    const vouched = new Set([0, 1]);
    const { options } = investigate(LEDGER, { only: ['fan-in'], guardLists: { registeredBodies: vouched } });
    expect(options.guarded).toEqual({ registeredBodies: 2, licensedRemitters: 0 });
  });

  it('refuses options it does not know', () => {
    expect(() => investigate(LEDGER, { sead: 1 } as object)).toThrow(
      expect.objectContaining({ code: 'unknown-option' }),
    );
    expect(() => investigate(LEDGER, { parameters: { 'no-such': {} } })).toThrow(
      expect.objectContaining({ code: 'unknown-detector' }),
    );
  });

  it('names nobody who pays a lead, anywhere in the case', () => {
    let [payersSeen, namesSeen] = [0, 0];
    for (const seed of [1, 7, 13, 18]) {
      const { ledger } = simulateWorld({ seed, transfers: 4500 }).toLedger();
      const { caseFile, leads, findings } = investigate(ledger, { stabilityRuns: 1 });
      const operators = new Set(leads.flatMap((lead) => lead.operators.map(({ account }) => account)));
      const { payer, beneficiary } = ledger.columns;
      const payers = new Set(
        payer.filter((account, row) => operators.has(beneficiary[row]!) && !operators.has(account)),
      );
      const shown = [
        ...findings.flatMap(({ accounts }) => accounts),
        ...caseFile.hubs.flatMap(({ names }) => names ?? []),
      ];
      const named = shown.map((key) => ledger.accounts.find(key)!);
      payersSeen += payers.size;
      namesSeen += named.length;
      expect(named.filter((account) => payers.has(account))).toEqual([]);
    }
    expect(payersSeen).toBeGreaterThan(20);
    expect(namesSeen).toBeGreaterThan(5);
  });

  it('lets nobody appear as an operator who received nothing', () => {
    for (const { operators } of base.leads) {
      for (const { account } of operators) {
        const received = LEDGER.columns.beneficiary.some(
          (beneficiary, row) => beneficiary === account && LEDGER.columns.payer[row] !== account,
        );
        expect(received).toBe(true);
      }
    }
  });
});
