import { CHOICE, citation, type Finding, type ParameterValues } from '../evidence/index.js';
import { boundFindings, MAX_FINDINGS } from './bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from './detector.js';
import { fanMeasures } from './fan-finding.js';
import { compareFans, findFanWindows } from './fan-windows.js';
import { ascending, hubFlags } from './finding-parts.js';
import { windowLength, windowRemarks } from './window-length.js';

type Name = 'minPayers' | 'windowHours' | 'maxFindings';

/**
 * Many accounts pay one within a short time. The one that collects is the subject; those who pay are payers. Shops,
 * landlords, collections and clubs look the same. Hubs are neither subject nor counted. O(transfers).
 */
export const fanIn: Detector<Name> = {
  id: 'fan-in',
  indicator: undefined,
  version: 1,
  title: 'Many payers into one account',
  question: 'Which accounts are paid by many different accounts within a short time?',
  citations: [citation('blanusa-2024'), citation('altman-2023')],
  countClass: 'supporting',
  family: 'structure',
  requires: ['time'],
  parameters: {
    minPayers: { value: 10, unit: 'count', meaning: 'Least number of distinct payers in a window', source: CHOICE },
    windowHours: { value: 72, unit: 'hours', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A03', 'A04', 'A06', 'A08', 'A13'],
  detect,
};

function detect({ graph, hubs, explain }: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { minPayers, windowHours, maxFindings } = parameters;
  const windows = findFanWindows(graph, {
    side: 'in',
    least: minPayers,
    span: windowLength(windowHours, graph.ledger.precision),
    setAside: hubFlags(graph.accountCount, hubs),
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
      measured: fanMeasures(graph.ledger, window, minPayers, windowHours),
      alternatives: [],
    }),
    explain,
  );
  return { status: 'evaluated', findings, remarks: windowRemarks(graph.ledger.precision) };
}
