import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { matchPassThrough } from '../../../src/trace/index.js';
import { BridgeCurrencies } from '../../../src/typologies/crypto-bridge/bridge-currencies.js';

const transfers = fc.array(
  fc.record({
    payer: fc.constantFrom('a', 'b', 'c', 'd'),
    beneficiary: fc.constantFrom('b', 'c', 'd'),
    timeMs: fc.integer({ min: 0, max: 30 }),
    amount: fc.integer({ min: 0, max: 20 }).map(String),
    currency: fc.constantFrom('EUR', 'USD'),
    channel: fc.constantFrom('crypto' as const, 'p2p' as const),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('BridgeCurrencies', () => {
  it('leaves out no currency in which enough of what several paid goes into crypto', () => {
    fc.assert(
      fc.property(
        transfers,
        fc.constantFrom(0, 0.3, 0.5, 1),
        fc.integer({ min: 1, max: 3 }),
        (rows, minShare, least) => {
          const { ledger } = createLedger(rows);
          const graph = buildTemporalGraph(ledger);
          const setAside = new Uint8Array(graph.accountCount);
          const currencies = new BridgeCurrencies(graph, { minShare, minSenders: least, setAside });
          for (let account = 0; account < graph.accountCount; account++) {
            for (const lane of matchPassThrough(graph, account)) {
              const isCrypto = (row: number): boolean => ledger.channel(row) === 'crypto';
              const senders = new Set<number>();
              let [credited, passed] = [0, 0];
              lane.creditRows.forEach((row, i) => (credited += isCrypto(row) ? 0 : Number(lane.creditMinor[i])));
              lane.pieceCredit.forEach((credit, piece) => {
                const [from, to] = [lane.creditRows[credit]!, lane.debitRows[lane.pieceDebit[piece]!]!];
                if (isCrypto(from) || !isCrypto(to)) return;
                passed += Number(lane.pieceMinor[piece]);
                senders.add(graph.payer[from]!);
              });
              const isBridge = passed > 0 && senders.size >= least && passed >= minShare * credited;
              if (isBridge) expect(currencies.of(account)).toContain(lane.currency);
            }
          }
        },
      ),
    );
  });
});
