import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TraceManifest } from '../../src/investigation/index.js';
import { traceSchema } from '../../src/disclosure/document/index.js';
import { type CommandResult, freshFolder, runCommand } from '../support/run-command.js';

const HEADER =
  'id,time,payer_institution,payer_account,beneficiary_institution,beneficiary_account,amount,currency,channel,' +
  'place_from,country_from,place_to,country_to';

/** Three payers, one of them refunded; a collector that pays a keeper; the keeper pays a hotel. */
const LINES = [
  '1,2024-01-01T08:00:00Z,BANKA,PAYERONE,BANKB,COLLECTOR,1000.00,EUR,transfer,Berlin,DE,Athens,GR',
  '2,2024-01-01T09:00:00Z,BANKA,PAYERTWO,BANKB,COLLECTOR,1000.00,EUR,transfer,Berlin,DE,Athens,GR',
  '3,2024-01-01T10:00:00Z,BANKA,PAYERTHREE,BANKB,COLLECTOR,1000.00,EUR,transfer,Berlin,DE,Athens,GR',
  '4,2024-01-02T10:00:00Z,BANKB,COLLECTOR,BANKA,PAYERTWO,400.00,EUR,transfer,Athens,GR,Berlin,DE',
  '5,2024-01-02T11:00:00Z,BANKB,COLLECTOR,BANKC,=KEEPER,2000.00,EUR,transfer,Athens,GR,Izmir,TR',
  '6,2024-01-03T11:00:00Z,BANKC,=KEEPER,BANKD,HOTEL,500.00,EUR,transfer,Izmir,TR,Izmir,TR',
  '7,2024-01-03T12:00:00Z,BANKC,SAME,BANKD,SAME,1.25,EUR,transfer,Izmir,TR,Izmir,TR',
];
/** The keeper has guests of its own besides, and so gathers money. */
const GUESTS = [1, 2, 3, 4, 5, 6].map(
  (i) => `1${i},2024-01-04T12:0${i}:00Z,BANKC,GUEST${i},BANKC,=KEEPER,900.00,EUR,transfer,Izmir,TR,Izmir,TR`,
);
const PAYERS = ['PAYERONE', 'PAYERTWO', 'PAYERTHREE', 'GUEST'];

const input = join(freshFolder(), 'bank.csv');
writeFileSync(input, `${[HEADER, ...LINES].join('\n')}\n`);
const withGuests = join(freshFolder(), 'bank.csv');
writeFileSync(withGuests, `${[HEADER, ...LINES, ...GUESTS].join('\n')}\n`);

interface Traced extends CommandResult {
  readonly folder: string;
  readonly text: string;
}

async function trace(...flags: string[]): Promise<Traced> {
  return traceOf(input, ...flags);
}

async function traceOf(file: string, ...flags: string[]): Promise<Traced> {
  const folder = join(freshFolder(), 'trace');
  const result = await runCommand('trace', file, '--map', 'illicit-flows', '--out', folder, ...flags);
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  return { ...result, folder, text: text + result.out };
}

describe('trace forward', () => {
  it('writes destinations, steps, trace and manifest, and names no payer in any byte', async () => {
    const { exitCode, err, folder, text, out } = await traceOf(
      withGuests,
      '--rows',
      'bank.csv:2,bank.csv:3,bank.csv:4',
    );
    expect([exitCode, err]).toEqual([0, '']);
    expect(readdirSync(folder).sort()).toEqual(['destinations.csv', 'manifest.json', 'steps.csv', 'trace.json']);
    for (const payer of PAYERS) expect(text).not.toContain(payer);
    expect(text).toContain('=KEEPER');
    expect(out).toContain('Tracing rules are conventions; another rule gives another result.');
    expect(traceSchema.parse(JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8'))).claim.transfers).toBe(3);
  });

  it('says that nothing is listed, not that nothing moved, where the data have no amounts', async () => {
    const pairs = join(freshFolder(), 'pairs.txt');
    writeFileSync(pairs, 'a b 1\nb c 2\n');
    const result = await runCommand(
      ...['trace', pairs, '--map', 'edge-list', '--from', 'a', '--out', join(freshFolder(), 'trace')],
    );
    expect(result.exitCode).toBe(0);
    expect(result.out).toContain('The data have no amounts: value cannot be followed.');
    expect(result.out).toContain('No destinations to list.');
    expect(result.out).not.toContain('moved on');
    expect(result.out).not.toContain('first in, first out');
  });

  it('gives one exact amount column per rule and guards cells against formulas', async () => {
    const { folder } = await traceOf(withGuests, '--from', 'COLLECTOR', '--rules', 'fifo,pro-rata,poison');
    const destinations = readFileSync(join(folder, 'destinations.csv'), 'utf8').trim().split('\n');
    expect(destinations).toEqual([
      'institution,account,protection,hops,first_arrival,currency,fifo,pro-rata,poison,lowest,highest,received_fifo,received_pro-rata,passed_on_fifo,passed_on_pro-rata,pays_on,ends,asserted',
      ',payer-0001,protected-payer,1,2024-01-02T10:00:00Z,EUR,400.00,400.00,reached,400.00,400.00,400.00,400.00,0.00,0.00,nothing,held,no',
      "BANKC,'=KEEPER,named,1,2024-01-02T11:00:00Z,EUR,1500.00,1500.00,reached,1500.00,1500.00,2000.00,2000.00,500.00,500.00,part,held,no",
      ',account-0001,unnamed,2,2024-01-03T11:00:00Z,EUR,500.00,500.00,reached,500.00,500.00,500.00,500.00,0.00,0.00,nothing,held,no',
    ]);
    const steps = readFileSync(join(folder, 'steps.csv'), 'utf8').trim().split('\n');
    expect(steps[0]).toBe('file,line,time,currency,fifo,pro-rata,poison,hops,asserted');
    expect(steps.slice(1)).toEqual([
      'bank.csv,5,2024-01-02T10:00:00Z,EUR,400.00,400.00,400.00,1,no',
      'bank.csv,6,2024-01-02T11:00:00Z,EUR,2000.00,2000.00,2000.00,1,no',
      'bank.csv,7,2024-01-03T11:00:00Z,EUR,500.00,500.00,500.00,2,no',
    ]);
  });

  it('tells on the terminal what ended from what only passed through, and what pays nothing on', async () => {
    const { out } = await traceOf(withGuests, '--from', 'COLLECTOR', '--rules', 'fifo,lifo');
    expect(out).toMatch(/lowest +highest +came in +passed on +pays on\n/u);
    expect(out).toMatch(/=KEEPER .*1500\.00 +2000\.00 +500\.00 +part\n/u);
    expect(out).toContain('what ended there.');
  });

  it('counts destinations to which every rule says 0, and does not list them', async () => {
    const tiny = join(freshFolder(), 'bank.csv');
    const rows = [
      ...['SRC,B,HUB,1', 'OTHER,B,HUB,2', 'HUB,B,SMALL,1', 'HUB,B,LARGE,2'].map(
        (cells, i) => `${i},2024-01-0${i + 1}T08:00:00Z,B,${cells},EUR,transfer,,,,`,
      ),
    ];
    writeFileSync(tiny, `${[HEADER, ...rows].join('\n')}\n`);
    const { folder, out } = await traceOf(tiny, '--from', 'SRC', '--rules', 'pro-rata');
    const json = traceSchema.parse(JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8')));
    const { results } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as TraceManifest;
    expect(readFileSync(join(folder, 'destinations.csv'), 'utf8').trim().split('\n').length).toBe(3);
    expect([results.places, results.unlisted, json.destinations?.length]).toEqual([2, 1, 2]);
    expect(json.unlistedDestinations).toMatchObject([
      { destinations: 1, amounts: [{ amount: '0', exactMinor: '1/3' }] },
    ]);
    expect(out).toContain('1 destination where every rule says 0: counted, not listed.');
    const asked = await traceOf(tiny, '--from', 'SRC', '--rules', 'pro-rata', '--to', 'SMALL');
    expect(readFileSync(join(asked.folder, 'destinations.csv'), 'utf8').trim().split('\n').length).toBe(2);
  });

  it('names by another least share, which the manifest holds', async () => {
    const shareOf = async (...flags: string[]): Promise<unknown[]> => {
      const { folder, text } = await traceOf(withGuests, '--from', 'COLLECTOR', ...flags);
      const { options, results } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as TraceManifest;
      return [options.nameShare, results.named, text.includes('KEEPER')];
    };
    expect(await shareOf()).toEqual([0.01, 1, true]);
    expect(await shareOf('--name-share', '0.9')).toEqual([0.9, 0, false]);
  });

  it('takes a list of accounts and reports entries that are not in the data by their line', async () => {
    const list = join(freshFolder(), 'list.csv');
    writeFileSync(list, 'BANKA/PAYERONE\nnobody\nBANKA:PAYERTWO');
    const { exitCode, err, folder } = await trace(
      '--from-file',
      list,
      '--to',
      'HOTEL',
      '--max-wait',
      '72h',
      '--max-hops',
      '3',
    );
    expect(exitCode).toBe(0);
    expect(err).toBe('illicit-flows: 1 entries of the list are not in the data (line 2).\n');
    expect(readFileSync(join(folder, 'destinations.csv'), 'utf8').trim().split('\n').length).toBe(2);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest['options']).toMatchObject({
      claim: { accounts: 2, rows: 0, unknownEntries: 1 },
      to: 1,
      maxHops: 3,
      maxWait: '72h',
      joinHolders: false,
    });
  });

  it('begins at an address of the Ethereum kind in whatever capitals it is listed or written', async () => {
    const [thief, other, sink] = ['ab', 'cd', 'ef'].map((pair) => `0x${pair.repeat(20)}`) as [string, string, string];
    const checksum = `0x${'aB'.repeat(20)}`;
    const file = join(freshFolder(), 'flows.csv');
    writeFileSync(
      file,
      `${HEADER}\n1,2024-01-01T08:00:00Z,,${thief},,${other},5,EUR,,,,,\n2,2024-01-01T09:00:00Z,,${checksum},,${sink},5,EUR,,,,,\n`,
    );
    const list = join(freshFolder(), 'list.csv');
    const destinations: string[] = [];
    for (const written of [thief, checksum, thief.toUpperCase()]) {
      writeFileSync(list, written);
      for (const flags of [
        ['--from-file', list],
        ['--from', written],
      ]) {
        const { exitCode, folder, err } = await traceOf(file, ...flags);
        expect([exitCode, err]).toEqual([0, '']);
        destinations.push(readFileSync(join(folder, 'destinations.csv'), 'utf8'));
      }
    }
    expect(destinations[0]!.trim().split('\n').length).toBe(3);
    expect(new Set(destinations).size).toBe(1);
  });

  it('gives the same bytes again, and as JSON what the files hold', async () => {
    const [first, second] = [await trace('--from', 'COLLECTOR'), await trace('--from', 'COLLECTOR', '--json')];
    const printed = JSON.parse(second.out) as { manifest: unknown; trace: unknown };
    for (const name of readdirSync(first.folder)) {
      expect(readFileSync(join(second.folder, name), 'utf8')).toBe(readFileSync(join(first.folder, name), 'utf8'));
    }
    expect(printed.trace).toEqual(JSON.parse(readFileSync(join(first.folder, 'trace.json'), 'utf8')));
  });
});

describe('trace backward', () => {
  it('merges payers into one line and names nobody for being asked about', async () => {
    const { exitCode, folder, text } = await trace(
      '--direction',
      'backward',
      '--to',
      '=KEEPER',
      '--rules',
      'fifo,lifo',
    );
    expect(exitCode).toBe(0);
    for (const payer of [...PAYERS, 'HOTEL', 'KEEPER']) expect(text).not.toContain(payer);
    expect(readFileSync(join(folder, 'origins.csv'), 'utf8').trim().split('\n')).toEqual([
      'institution,account,protection,origin,hops,currency,fifo,lifo,lowest,highest',
      ',3 protected payers,protected-payer,payers,2,EUR,2000.00,2000.00,2000.00,2000.00',
    ]);
    expect(traceSchema.safeParse(JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8'))).success).toBe(true);
  });
});

describe('paths', () => {
  const paths = async (...flags: string[]): ReturnType<typeof runCommand> =>
    runCommand('paths', input, '--map', 'illicit-flows', ...flags);

  it('prints transfers by file and line, with people on the way unnamed', async () => {
    const { out, exitCode } = await paths('--from', 'PAYERONE', '--to', 'HOTEL');
    expect(exitCode).toBe(0);
    expect(out).toContain('Route 1, one way: 3 transfers');
    expect(out).toContain('bank.csv:7');
    expect(out).toContain('account-0001');
    expect(out).toMatch(/^--from +from-0001 +unnamed$/mu);
    expect(out).toMatch(/^--to +to-0001 +unnamed$/mu);
    for (const account of ['COLLECTOR', 'KEEPER', 'PAYERONE', 'HOTEL']) expect(out).not.toContain(account);
  });

  it('asks for two different accounts', async () => {
    const { err, exitCode } = await paths('--from', 'HOTEL', '--to', 'HOTEL');
    expect({ err, exitCode }).toEqual({ exitCode: 1, err: expect.stringMatching(/paths-ends/u) as string });
  });

  it('says so when nothing connects them, and speaks JSON', async () => {
    expect((await paths('--from', 'HOTEL', '--to', 'PAYERONE')).out).toContain('No path in time order connects them');
    const ends = ['--from', 'PAYERONE', '--to', 'HOTEL'];
    expect((await paths(...ends)).out).toContain('Route 1');
    expect((await paths(...ends, '--max-hops', '1')).out).toContain(
      'in these data, within --max-hops and --max-wait as',
    );
    const stopped = await paths(...ends, '--max-visits', '1');
    expect(stopped.out).toContain('No path was found before the search stopped.');
    expect(stopped.out).not.toContain('No path in time order');
    const { out } = await paths(
      '--from',
      'COLLECTOR',
      '--to',
      'HOTEL',
      '--json',
      '--order',
      'fewest-hops',
      '--max-wait',
      '2d',
    );
    expect(JSON.parse(out)).toMatchObject({
      complete: true,
      stoppedBy: null,
      ends: {
        from: { account: 'from-0001', protection: 'unnamed' },
        to: { account: 'to-0001', protection: 'unnamed' },
      },
      paths: [
        {
          ways: 1,
          legs: [
            { from: 'from-0001', to: 'account-0001', transfers: 1, sums: [{ currency: 'EUR', amount: '2000.00' }] },
            { from: 'account-0001', to: 'to-0001', transfers: 1, sums: [{ currency: 'EUR', amount: '500.00' }] },
          ],
          transfers: [
            { from: 'from-0001', to: 'account-0001', line: 6 },
            { from: 'account-0001', to: 'to-0001', line: 7, amount: '500.00' },
          ],
        },
      ],
    });
  });
});

describe('parallel transfers on paths', () => {
  const parallel = join(freshFolder(), 'bank.csv');
  const paid = (id: number, payer: string, beneficiary: string, amount: string): string =>
    `${id},2024-01-01T${String(id).padStart(2, '0')}:00:00Z,B,${payer},B,${beneficiary},${amount},EUR,transfer,,,,`;
  const rows = [
    ...[1, 2, 3].map((id) => paid(id, 'AAA', 'BBB', '10.50')),
    ...[4, 5].map((id) => paid(id, 'BBB', 'CCC', '20.25')),
    ...[6, 7].map((id) => paid(id, 'AAA', 'DDD', '1.00')),
    paid(8, 'DDD', 'CCC', '2.00'),
  ];
  writeFileSync(parallel, `${[HEADER, ...rows].join('\n')}\n`);
  const paths = async (...flags: string[]): ReturnType<typeof runCommand> =>
    runCommand('paths', parallel, '--map', 'illicit-flows', '--from', 'AAA', '--to', 'CCC', ...flags);

  it('are one route with its ways counted, the best shown, and sums over all ways', async () => {
    const { out } = await paths();
    expect(out).toContain('Route 1, 6 ways; the best: 2 transfers, 2024-01-01T03:00:00Z to 2024-01-01T04:00:00Z');
    expect(out).toMatch(/from-0001 +account-0001 +3 +EUR 31\.50\naccount-0001 +to-0001 +2 +EUR 40\.50/u);
    expect(out).toContain('Route 2, 2 ways; the best');
    expect(out).not.toContain('Route 3');
  });

  it('count as one for --count, and the search says where it stopped', async () => {
    const { out } = await paths('--count', '1', '--json');
    const { paths: routes, complete } = JSON.parse(out) as { paths: { ways: number }[]; complete: boolean };
    expect([routes.map(({ ways }) => ways), complete]).toEqual([[6], true]);
    expect((await paths('--max-visits', '4')).out).toContain('Incomplete: stopped by maxVisits 4');
  });
});

describe('failures of trace leave no folder and say what is wrong', () => {
  const list = join(freshFolder(), 'list.csv');
  writeFileSync(list, '\n');
  const cases: readonly [string[], RegExp][] = [
    [[], /claim-missing/u],
    [['--from', 'A', '--rows', 'bank.csv:2'], /claim-twice/u],
    [['--direction', 'backward', '--to', 'HOTEL', '--from', 'A'], /claim-direction/u],
    [
      ['--direction', 'backward', '--to', 'HOTEL', '--max-wait', '1h'],
      /--max-wait for a trace forward.*claim-direction/u,
    ],
    [['--direction', 'backward', '--to', 'HOTEL', '--min-share', '0.1'], /--min-share .*claim-direction/u],
    [['--from', 'NOBODY'], /account-unknown/u],
    [['--from', 'SAME'], /2 institutions have it.*account-ambiguous/u],
    [['--from-file', list], /list-empty/u],
    [['--from-file', `${list}.no`], /file-unreadable/u],
    [['--rows', 'bank.csv'], /rows-unreadable/u],
    [['--rows', 'other.csv:2'], /file-unknown/u],
    [['--rows', 'bank.csv:1'], /bank\.csv:1 .*row-unknown/u],
    [['--from', 'COLLECTOR', '--max-wait', '5'], /duration-unit/u],
    [['--direction', 'backward', '--to', 'HOTEL', '--rules', 'poison'], /rule-needs-claim/u],
    [['--from', 'COLLECTOR', '--rules', 'fair'], /Expected one of fifo/u],
    [['--from', 'COLLECTOR', '--max-hops', '0'], /above 0/u],
    [['--from', 'COLLECTOR', '--name-share', '1.5'], /share from 0 to 1/u],
  ];

  it.each(cases)('%j', async (flags, message) => {
    const { err, exitCode, folder, out } = await trace(...flags);
    expect([exitCode, out, existsSync(folder)]).toEqual([1, '', false]);
    expect(err).toMatch(message);
  });

  it.each(['--from', '--to', '--rows'])('without repeating what was typed after %s', async (flag) => {
    for (const typed of ['SECRETONE', 'BANKA/SECRETONE', 'SECRETONE:2', 'bank.csv:2,SECRETONE']) {
      const claim = flag === '--to' ? ['--from', 'COLLECTOR'] : [];
      const { err, exitCode } = await trace(...claim, flag, typed);
      expect([exitCode, err.includes('SECRET')]).toEqual([1, false]);
    }
  });

  it('for a list of which nothing is in the data, without repeating it', async () => {
    const unknown = join(freshFolder(), 'list.csv');
    writeFileSync(unknown, 'SECRETONE\nSECRETTWO');
    const { err } = await trace('--from-file', unknown);
    expect(err).toMatch(/none of 2.*accounts-unknown/u);
    expect(err).not.toContain('SECRET');
  });
});
