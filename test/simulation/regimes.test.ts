import { describe, expect, it } from 'vitest';
import { REGIME_NAMES, type RegimeName, type SimulateOptions, simulateWorld } from '../../src/simulation/index.js';
import { type World } from '../../src/simulation/world.js';

const TRANSFERS = 6000;
const NEW_REGIMES = REGIME_NAMES.filter((name) => name !== 'all-columns');

function csv(world: World): string {
  return [...world.csvChunks()].join('');
}

function rows(world: World): string[][] {
  return csv(world)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

const worlds = new Map<RegimeName, World>();
function worldOf(regime: RegimeName): World {
  let world = worlds.get(regime);
  if (world === undefined) worlds.set(regime, (world = simulateWorld({ regime, seed: 3, transfers: TRANSFERS })));
  return world;
}

/** Number of rows of every account, fewest first. */
function rowCounts(table: readonly string[][]): number[] {
  const counts = new Map<string, number>();
  for (const row of table) {
    for (const account of [`${row[2]} ${row[3]}`, `${row[4]} ${row[5]}`]) {
      counts.set(account, (counts.get(account) ?? 0) + 1);
    }
  }
  return [...counts.values()].sort((left, right) => left - right);
}

describe.each(REGIME_NAMES)('a world of %s', (regime) => {
  it('has the same bytes for the same seed, and others for another', () => {
    const again = simulateWorld({ regime, seed: 3, transfers: TRANSFERS });
    expect(csv(again) === csv(worldOf(regime))).toBe(true);
    expect(again.truthJson()).toBe(worldOf(regime).truthJson());
    expect(csv(simulateWorld({ regime, seed: 4, transfers: TRANSFERS })) === csv(again)).toBe(false);
  });

  it('holds exactly the transfers asked for, in time order, of positive amounts between two accounts', () => {
    const table = rows(worldOf(regime));
    expect(table).toHaveLength(TRANSFERS);
    expect(table.every((row) => row.length === 13)).toBe(true);
    expect(table.every((row, i) => i === 0 || row[1]! >= table[i - 1]![1]!)).toBe(true);
    expect(table.filter((row) => !/^\d+\.\d\d$/u.test(row[6]!) || Number(row[6]) <= 0)).toEqual([]);
  });

  it('has a truth of nothing but what is seen', () => {
    const { truth } = worldOf(regime);
    const table = rows(worldOf(regime));
    const ids = new Set(table.map((row) => row[0]!));
    const accounts = new Set(table.flatMap((row) => [`${row[2]} ${row[3]}`, `${row[4]} ${row[5]}`]));
    const members = truth.networks.flatMap((network) => network.members);
    const named = [...truth.payers, ...members, ...truth.lookAlikes.flatMap((story) => story.accounts)];
    for (const { institution, account } of named) expect(accounts.has(`${institution} ${account}`)).toBe(true);
    for (const id of truth.networks.flatMap(({ transferIds }) => transferIds)) expect(ids.has(id)).toBe(true);
    expect(truth).toMatchObject({ version: 1, regime, transfers: TRANSFERS, accounts: accounts.size });
    expect(truth.days).toBeGreaterThanOrEqual(30);
  });

  it('can be without networks and without stories', () => {
    const { truth } = simulateWorld({ regime, seed: 8, transfers: 2500, networks: 0, lookAlikes: 0 });
    expect(truth).toMatchObject({ networks: [], payers: [], lookAlikes: [], transfers: 2500 });
  });

  it('can last thirty days', () => {
    const table = rows(simulateWorld({ regime, seed: 2, transfers: 5000, days: 30 }));
    expect(table).toHaveLength(5000);
    expect(table.at(-1)![1]! < '2024-01-31').toBe(true);
  });
});

describe.each(NEW_REGIMES)('the books of %s', (regime) => {
  it('show nobody who pays themselves', () => {
    // A seed in a few of `all-columns` has such a row, and its bytes stay as they are.
    const table = rows(worldOf(regime));
    expect(table.filter((row) => `${row[2]} ${row[3]}` === `${row[4]} ${row[5]}`)).toEqual([]);
  });

  it('are full of accounts with few rows, and have some with very many', () => {
    const counts = rowCounts(rows(worldOf(regime)));
    const median = counts[Math.floor(counts.length / 2)]!;
    expect(counts.filter((count) => count < 5).length / counts.length).toBeGreaterThan(0.1);
    expect(counts.at(-1)!).toBeGreaterThan(10 * median);
  });
});

describe('what books show', () => {
  const channelsOf = (regime: RegimeName, columns: SimulateOptions['columns'] = 'full'): Set<string> =>
    new Set(rows(simulateWorld({ regime, seed: 5, transfers: 4000, columns })).map((row) => row[8]!));

  it('wires between banks only, to a correspondent', () => {
    const world = simulateWorld({ regime: 'correspondent-wires', seed: 5, transfers: 4000, columns: 'full' });
    const table = rows(world);
    // Somebody whom a story moves to another country after a payment may end up at the bank of the other side.
    expect(table.filter((row) => row[2] === row[4]).length).toBeLessThan(table.length / 500);
    for (const row of table) expect(['wire', 'cheque']).toContain(row[8]);
  });

  it('nothing of how money moved, to a remittance company or on a chain', () => {
    expect([...channelsOf('remittance-company')]).toEqual(['value-transfer']);
    expect([...channelsOf('crypto-chain', 'chain')]).toEqual(['crypto']);
    expect([...channelsOf('mobile-money')].sort()).toEqual(expect.arrayContaining(['cash', 'p2p']));
    expect(channelsOf('mobile-money').has('card')).toBe(false);
  });

  it('one bank on one side of every row of a single bank', () => {
    const table = rows(simulateWorld({ regime: 'single-bank', seed: 5, transfers: 4000 }));
    const banks = [...new Set(table.flatMap((row) => [row[2]!, row[4]!]))];
    const everywhere = banks.filter((bank) => table.every((row) => row[2] === bank || row[4] === bank));
    expect(everywhere.length).toBeLessThanOrEqual(1);
    const most = Math.max(...banks.map((bank) => table.filter((row) => row[2] === bank || row[4] === bank).length));
    expect(most / table.length).toBeGreaterThan(0.9);
  });

  it('addresses without institutions, places and countries on a chain', () => {
    const table = rows(worldOf('crypto-chain'));
    for (const row of table) {
      expect(row[2]).toBe('');
      expect(row[3]).toMatch(/^0x[0-9a-f]{40}$/u);
      expect(row.slice(9)).toEqual(['', '', '', '']);
    }
  });

  it('days only, in a drawn order within each, in a rural bank', () => {
    const table = rows(worldOf('rural-bank'));
    expect(table.every((row) => /^\d{4}-\d\d-\d\d$/u.test(row[1]!))).toBe(true);
  });
});

describe('options', () => {
  const made = (options: SimulateOptions): World =>
    simulateWorld({ seed: 6, transfers: 6000, networks: 1, ...options });

  it('leave the default world as it was', () => {
    const plain = simulateWorld({ seed: 6, transfers: 6000 });
    const named = simulateWorld({ seed: 6, transfers: 6000, regime: 'all-columns', days: 180 });
    expect(csv(named) === csv(plain)).toBe(true);
    expect(plain.truth).toMatchObject({ regime: 'all-columns', days: 180, resolution: 'second', columns: 'full' });
    expect(plain.truth).not.toHaveProperty('disguise');
  });

  it('draw a regime by the seed, the same for the same seed and not always the same', () => {
    const drawn = [1, 2, 3, 4, 5, 6].map((seed) => {
      const world = simulateWorld({ regime: 'drawn', seed, transfers: 2500, networks: 0, lookAlikes: 0 });
      return world.truth.regime!;
    });
    expect(new Set(drawn).size).toBeGreaterThan(2);
    const again = simulateWorld({ regime: 'drawn', seed: 2, transfers: 2500, networks: 0, lookAlikes: 0 });
    expect(again.truth.regime).toBe(drawn[1]);
  });

  it('blank columns and coarsen times without changing what happened', () => {
    const full = rows(made({}));
    const bare = rows(made({ columns: 'bare', resolution: 'minute' }));
    expect(bare.every((row) => row[1]!.length === 17 && row.slice(8).every((cell) => cell === ''))).toBe(true);
    const key = (row: readonly string[]): string => [...row.slice(2, 8), row[1]!.slice(0, 16)].join(' ');
    expect(bare.map(key).sort().join('\n') === full.map(key).sort().join('\n')).toBe(true);
    const noIds = made({ columns: 'no-ids' });
    expect(noIds.truth.networks.every(({ transferIds }) => transferIds.length === 0)).toBe(true);
    expect(rows(noIds).every((row) => row[0] === '')).toBe(true);
  });

  it('show fewer banks', () => {
    const table = rows(made({ banksSeen: 0.25, networks: 0 }));
    const banks = [...new Set(table.flatMap((row) => [row[2]!, row[4]!]))];
    const always = banks.filter((bank) => table.some((row) => row[2] === bank && row[4] === bank));
    expect(always.length).toBeLessThan(banks.length / 2);
  });

  it('lose rows without losing the number asked for', () => {
    for (const regime of ['all-columns', 'mobile-money'] as const) {
      const world = made({ regime, rowsMissing: 0.3 });
      expect(world.transferCount).toBe(6000);
      expect(world.truth.rowsMissing).toBe(0.3);
    }
  });

  it('make accounts denser or thinner', () => {
    for (const regime of ['all-columns', 'wallet-app'] as const) {
      const perAccount = (density: number): number => 6000 / made({ regime, density, networks: 0 }).truth.accounts;
      expect(perAccount(60)).toBeGreaterThan(1.5 * perAccount(8));
    }
  });

  it('are recorded in the truth', () => {
    const stress = {
      marginKept: 0.1,
      holdHours: 100,
      layers: 2,
      collectors: 5,
      livedIn: 0.5,
      exchangedAccounts: 0.5,
      density: 9,
    };
    expect(made({ ...stress, networks: 0, disguise: 0.7 }).truth).toMatchObject({ ...stress, disguise: 0.7 });
  });

  it('refuse what cannot be', () => {
    const refuse = (options: object, code: string): void => {
      expect(() => simulateWorld(options)).toThrow(expect.objectContaining({ code }));
    };
    refuse({ regime: 'bank' }, 'regime');
    refuse({ columns: 'some' }, 'columns');
    refuse({ resolution: 'hour' }, 'resolution');
    refuse({ days: 29 }, 'option-range');
    refuse({ rowsMissing: 0.6 }, 'option-range');
    refuse({ layers: 1.5 }, 'option-range');
    refuse({ density: 1 }, 'option-range');
  });
});
