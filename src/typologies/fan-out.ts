import { CHOICE, citation, type Finding, type ParameterValues } from '../evidence/index.js';
import { boundFindings, MAX_FINDINGS } from './bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from './detector.js';
import { fanMeasures } from './fan-finding.js';
import { compareFans, findFanWindows } from './fan-windows.js';
import { ascending, hubFlags } from './finding-parts.js';
import { windowLength, windowRemarks } from './window-length.js';

type Name = 'minReceivers' | 'windowHours' | 'maxFindings';

/**
 * One account pays many within a short time. The payer is the subject here, the only typology in which a subject need
 * not receive: it counts as `low`, and supports other findings only. Wages, suppliers and support for a family look the
 * same. Hubs are neither subject nor counted. O(transfers).
 */
export const fanOut: Detector<Name> = {
  id: 'fan-out',
  indicator: undefined,
  version: 1,
  title: 'One account to many receivers',
  question: 'Which accounts pay many different accounts within a short time?',
  citations: [citation('blanusa-2024'), citation('altman-2023')],
  countClass: 'low',
  family: 'structure',
  requires: ['time'],
  parameters: {
    minReceivers: {
      value: 10,
      unit: 'count',
      meaning: 'Least number of distinct receivers in a window',
      source: CHOICE,
    },
    windowHours: { value: 72, unit: 'hours', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A01', 'A02', 'A05', 'A06', 'A13'],
  detect,
};

function detect({ graph, hubs, explain }: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { minReceivers, windowHours, maxFindings } = parameters;
  const windows = findFanWindows(graph, {
    side: 'out',
    least: minReceivers,
    span: windowLength(windowHours, graph.ledger.precision),
    setAside: hubFlags(graph.accountCount, hubs),
  });
  const findings = boundFindings(
    windows,
    maxFindings,
    compareFans,
    (window): Finding => ({
      typology: fanOut.id,
      version: fanOut.version,
      countClass: fanOut.countClass,
      family: fanOut.family,
      status: 'fired',
      strength: 1,
      subjects: [window.centre],
      payers: [],
      receivers: ascending(window.rows.map((row) => graph.beneficiary[row]!)),
      rows: [...window.rows],
      measured: fanMeasures(graph.ledger, window, minReceivers, windowHours),
      alternatives: [],
    }),
    explain,
  );
  return { status: 'evaluated', findings, remarks: windowRemarks(graph.ledger.precision) };
}
