import { expect, it } from 'vitest';
import { createLedger } from '../../src/ledger/index.js';
import { fromTable, measureWorld, toTable } from '../../src/slices/index.js';
import { type Detector, runDetectors } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { fanInExample } from '../support/detector-examples/fan-in.js';
import { findingsOf } from '../support/detector-contract.js';
import { chosenDetectors } from '../support/slices.js';

const context = contextOf(fanInExample.positive);

it('refuses a detector that does not say how far it looks by its name, and runs it on one machine', () => {
  const [chosen] = chosenDetectors(['fan-in']);
  const { locality, ...rest } = chosen!.detector;
  const own: Detector = { ...rest, id: 'my-own' };
  expect(locality?.kind).toBe('star');
  const asked = (): unknown => measureWorld(context, [{ ...chosen!, detector: own }]);
  expect(asked).toThrow(expect.objectContaining({ code: 'slice-locality' }));
  expect(asked).toThrow('my-own');
  expect(runDetectors(context, { extra: [own], only: ['my-own'] })[0]!.detection.status).toBe('evaluated');
});

it('puts findings back into a ledger that holds their evidence, and refuses one that does not', () => {
  const [run] = runDetectors(context, { only: ['fan-in'] });
  const findings = findingsOf(run!);
  const table = toTable(findings, context.graph.ledger);
  expect(findings.length).toBeGreaterThan(0);
  expect(fromTable(JSON.parse(JSON.stringify(table)) as typeof table, context.graph.ledger, false)).toEqual(findings);
  const { ledger } = createLedger(fanInExample.positive.slice(0, 1));
  expect(() => fromTable(table, ledger, false)).toThrow(expect.objectContaining({ code: 'table-account' }));
});
