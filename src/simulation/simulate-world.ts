import { randomInteger, UsageError } from '../foundation/index.js';
import { sortPositions } from '../structures/index.js';
import { liveInRegime } from './life/live-in-regime.js';
import { liveOrdinarily } from './ordinary-life.js';
import { plantLookAlikes } from './plant-look-alikes.js';
import { plantNetworks } from './plant-networks.js';
import { regimeOfSeed } from './regimes/draw-regime.js';
import { resolutionSeconds } from './resolution-seconds.js';
import { setStage } from './set-stage.js';
import { checkOptions, chosen, type SimulateOptions } from './simulate-options.js';
import { type Stage } from './stage.js';
import { World } from './world.js';
import { writeTruth } from './write-truth.js';

/**
 * A world of ordinary payments with planted networks and innocent look-alikes, for tests, examples and benchmarks, in
 * one of several regimes: whose books are seen, for how long, how finely and with which columns. Stories are told
 * whole; what the books do not show of them is in neither the file nor the truth.
 *
 * Amounts, prices and habits follow published figures where there are any; quality measured here says how well patterns
 * that we planted are found again, not how well real ones would be. How densely collectors of `all-columns` are used and
 * how they live was settled with the funnel-account detector at hand, so its recall there is no independent measurement.
 *
 * Cost: O(transfers) time and memory; where the books show only part of life, of all that is told, a few times as many.
 * 5 million transfers need about 250 MB of columns.
 *
 * @throws UsageError `option-range`, `unknown-option`, `seed`, `regime`, `resolution`, `columns`; `world-too-small` if
 * the planted stories alone exceed `transfers`, or there are too few people for the networks; `world-unseen` if the
 * books show next to nothing
 */
export function simulateWorld(options: SimulateOptions = {}): World {
  const checked = checkOptions(options);
  const { seed, transfers, start } = checked;
  const name = checked.regime === 'drawn' ? regimeOfSeed(seed) : checked.regime;
  const density = chosen(checked.density);
  const { stage, life, books, nameAll } = setStage({
    seed,
    transfers,
    start,
    name,
    choice: {
      days: chosen(checked.days),
      resolution: chosen(checked.resolution),
      columns: chosen(checked.columns),
      banksSeen: chosen(checked.banksSeen),
      rowsMissing: chosen(checked.rowsMissing),
      disguise: chosen(checked.disguise),
    },
    stress: {
      marginKept: chosen(checked.marginKept),
      holdHours: chosen(checked.holdHours),
      layers: chosen(checked.layers),
      collectors: chosen(checked.collectors),
      livedIn: chosen(checked.livedIn),
      exchangedAccounts: chosen(checked.exchangedAccounts),
    },
    density,
  });
  const { sheet, regime } = stage;
  const networks = chosen(checked.networks) ?? Math.max(2, Math.round(transfers / 40_000));
  const usual = regime.stories === 'classic' ? Math.max(1, Math.round(transfers / 50_000)) : transfers / 200_000;
  const lookAlikes = chosen(checked.lookAlikes) ?? usual;

  const planted = plantNetworks(stage, networks, books);
  const innocent = plantLookAlikes(stage, lookAlikes, transfers);
  if (sheet.seenCount > transfers) {
    throw new UsageError(
      'world-too-small',
      `Expected room for ${sheet.seenCount} planted transfers but received ${transfers}`,
    );
  }
  if (life === undefined) liveOrdinarily(stage, transfers);
  else liveInRegime(stage, life, transfers);

  const order = inOrder(stage);
  const names = nameAll();
  const truth = writeTruth({ seed, stage, density, order, names, planted, innocent });
  const { resolution, columns } = regime;
  const { geography, clock } = stage;
  return new World({ truth, sheet, order, names, geography, startMs: clock.startMs, resolution, columns });
}

/**
 * The rows that the books show, by time as written. Among transfers of one written time the order is drawn, or it would
 * tell the hour where only days are written, and stories apart from ordinary life.
 */
function inOrder({ sheet, regime, random }: Stage): Uint32Array {
  const rows = sheet.seenRows();
  const step = resolutionSeconds(regime.resolution);
  const time = rows.map((row) => Math.floor(sheet.time.array[row]! / step));
  const tie = rows.map(() => randomInteger(random, 0x1_0000_0000));
  return sortPositions(rows.length, [time, tie]).map((position) => rows[position]!);
}
