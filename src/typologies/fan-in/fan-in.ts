import { CHOICE, citation, type Finding, type ParameterValues } from '../../evidence/index.js';
import { boundFindings, MAX_FINDINGS } from '../findings/bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { fanMeasures } from '../patterns/fan-finding.js';
import { compareFans, findFanWindows } from '../patterns/fan-windows.js';
import { ascending } from '../finding-parts.js';
import { countedRows, PATTERN_PARAMETERS, type PatternName } from '../patterns/pattern-parameters.js';
import { windowLength, windowRemarks } from '../time/window-length.js';

type Name = 'minPayers' | 'windowHours' | 'minShare' | PatternName | 'maxFindings';

/**
 * Many strangers pay one account within a short time, and hardly any at other times. The one that collects is the subject;
 * those who pay are payers. Tenants, pupils and regular customers are no strangers, and a shop is paid all year round; a
 * collection, a funeral fund and a stall at a fair look the same. Dust does not count. Hubs are neither subject nor counted.
 * O(transfers).
 */
export const fanIn: Detector<Name> = {
  id: 'fan-in',
  indicator: undefined,
  version: 2,
  title: 'Many payers into one account',
  question: 'Which accounts are paid by many different accounts within a short time?',
  citations: [citation('blanusa-2024'), citation('altman-2023')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time'],
  parameters: {
    minPayers: { value: 5, unit: 'count', meaning: 'Least number of distinct payers in a window', source: CHOICE },
    windowHours: { value: 144, unit: 'hours', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
    minShare: {
      value: 0.5,
      unit: 'share',
      meaning: 'Least share of all strangers the account ever deals with so that the window holds: most of it at once',
      source: CHOICE,
    },
    ...PATTERN_PARAMETERS,
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A03', 'A04', 'A06', 'A08', 'A13'],
  locality: { kind: 'star' },
  detect,
};

function detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { graph, explain } = context;
  const { minPayers, windowHours, minShare, maxFindings } = parameters;
  const span = windowLength(windowHours, graph.ledger.precision);
  const windows = findFanWindows(graph, {
    side: 'in',
    least: minPayers,
    span,
    counted: countedRows(context, parameters, { span, centre: 'beneficiary' }),
    leastShare: minShare,
  });
  const findings = boundFindings(
    windows,
    maxFindings,
    compareFans,
    (window): Finding => ({
      typology: fanIn.id,
      version: fanIn.version,
      countClass: fanIn.countClass,
      family: fanIn.family,
      status: 'fired',
      strength: 1,
      subjects: [window.centre],
      payers: ascending(window.rows.map((row) => graph.payer[row]!)),
      receivers: [],
      rows: [...window.rows],
      measured: fanMeasures(graph.ledger, window, { least: minPayers, windowHours, minShare }),
      alternatives: [],
    }),
    explain,
  );
  return { status: 'evaluated', findings, remarks: windowRemarks(graph.ledger.precision) };
}
