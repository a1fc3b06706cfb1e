import { CHOICE, citation, type Finding, type ParameterValues } from '../../evidence/index.js';
import { boundFindings, MAX_FINDINGS } from '../findings/bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { fanMeasures } from '../patterns/fan-finding.js';
import { compareFans, findFanWindows } from '../patterns/fan-windows.js';
import { ascending } from '../finding-parts.js';
import { countedRows, PATTERN_PARAMETERS, type PatternName } from '../patterns/pattern-parameters.js';
import { windowLength, windowRemarks } from '../time/window-length.js';

type Name = 'minReceivers' | 'windowHours' | 'minShare' | PatternName | 'maxFindings';

/**
 * One account pays many strangers within a short time, and hardly any at other times. The payer is the subject here, the
 * only typology in which a subject need not receive: it counts as `low`, and supports other findings only. Wages, suppliers
 * and support for a family go to no strangers in data of some months; a refund to many or a move of house looks the same.
 * Dust does not count. Hubs are neither subject nor counted. O(transfers).
 */
export const fanOut: Detector<Name> = {
  id: 'fan-out',
  indicator: undefined,
  version: 2,
  title: 'One account to many receivers',
  question: 'Which accounts pay many different accounts within a short time?',
  citations: [citation('blanusa-2024'), citation('altman-2023')],
  countClass: 'low',
  family: 'structure',
  requires: ['time'],
  parameters: {
    minReceivers: {
      value: 5,
      unit: 'count',
      meaning: 'Least number of distinct receivers in a window',
      source: CHOICE,
    },
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
  alsoLooksLike: ['A01', 'A02', 'A05', 'A06', 'A13'],
  locality: { kind: 'star' },
  detect,
};

function detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { graph, explain } = context;
  const { minReceivers, windowHours, minShare, maxFindings } = parameters;
  const span = windowLength(windowHours, graph.ledger.precision);
  const windows = findFanWindows(graph, {
    side: 'out',
    least: minReceivers,
    span,
    counted: countedRows(context, parameters, { span, centre: 'payer' }),
    leastShare: minShare,
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
      measured: fanMeasures(graph.ledger, window, { least: minReceivers, windowHours, minShare }),
      alternatives: [],
    }),
    explain,
  );
  return { status: 'evaluated', findings, remarks: windowRemarks(graph.ledger.precision) };
}
