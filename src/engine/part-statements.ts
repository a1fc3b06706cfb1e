import { ROW_BITS } from '../slices/index.js';
import { type Reach } from '../typologies/index.js';
import { type SqlDialect } from './sql-dialect.js';

/** Stretches of time: those of `lengthMs` from `firstMs` on, each with `spanMs` of the next. */
export interface Stretches {
  readonly firstMs: number;
  readonly lengthMs: number;
  readonly spanMs: number;
}

/** Tables that say what is in parts: the accounts that are whole in them, and those whose rows are wanted. */
export interface PartTables {
  readonly core: string;
  readonly ball: string;
}

/** Every account is whole in its own part. */
export function starCore(dialect: SqlDialect, name: string): string {
  return dialect.makeView(name, 'SELECT part, node FROM accounts');
}

/** Candidates of detectors in their parts; somebody where there are none. */
export function candidateCore(dialect: SqlDialect, detectors: readonly string[]): string {
  return `WITH found AS (
  SELECT DISTINCT a.part, a.node ${candidatesAmong(dialect, detectors)}
)
SELECT part, node FROM found
UNION ALL
SELECT part, node FROM (SELECT part, node FROM accounts ORDER BY node LIMIT 1) somebody
WHERE NOT EXISTS (SELECT 1 FROM found)`;
}

/** All candidates of each detector in one part, which has the place of the detector as its number; somebody where there are none. */
export function togetherCore(dialect: SqlDialect, detectors: readonly string[]): string {
  const places = detectors.map((id, place) => `WHEN ${dialect.text(id)} THEN ${place}`);
  return `WITH found AS (
  SELECT DISTINCT CASE c.detector ${places.join(' ')} END AS part, a.node ${candidatesAmong(dialect, detectors)}
), wanted AS (
  ${detectors.map((_, place) => `SELECT ${place} AS part`).join(' UNION ALL ')}
)
SELECT part, node FROM found
UNION ALL
SELECT w.part, s.node FROM wanted w CROSS JOIN (SELECT node FROM accounts ORDER BY node LIMIT 1) s
WHERE NOT EXISTS (SELECT 1 FROM found f WHERE f.part = w.part)`;
}

function candidatesAmong(dialect: SqlDialect, detectors: readonly string[]): string {
  return `FROM candidates c JOIN accounts a ON a.bank = c.bank AND a.account = c.account
  WHERE c.detector IN (${detectors.map((id) => dialect.text(id)).join(', ')})`;
}

/**
 * Accounts whose rows a reach wants around `core`: for a longer one partners too, and partners of these, a table for each step. A
 * hub that is not of the core has no partners here, as no detector looks at what hubs have in common.
 */
export function ballStatements(
  dialect: SqlDialect,
  reach: Reach,
  core: string,
): { readonly statements: readonly string[]; readonly balls: readonly string[] } {
  if (reach === 'star') return { statements: [], balls: [] };
  const [first, second] = [`${core}_1`, `${core}_2`];
  const around = withPartners(core, core);
  if (reach !== 'relations') {
    const ball = reach === 'pairs' ? withoutHubs(`(\n${around}\n)`, core) : around;
    return { statements: dialect.makeTable(first, ball), balls: [first] };
  }
  const partners = withPartners(first, `(\n${withoutHubs(first, core)}\n)`);
  return {
    statements: [...dialect.makeTable(first, around), ...dialect.makeTable(second, partners)],
    balls: [first, second],
  };
}

/** A ball, and whoever those of `inner` deal with. */
function withPartners(ball: string, inner: string): string {
  return `SELECT part, node FROM ${ball}
UNION
SELECT b.part, p.beneficiary AS node FROM ${inner} b JOIN pairs p ON p.payer = b.node
UNION
SELECT b.part, p.payer AS node FROM ${inner} b JOIN pairs p ON p.beneficiary = b.node`;
}

/** A ball without the hubs that are not of its core. */
function withoutHubs(ball: string, core: string): string {
  return `SELECT g.part, g.node FROM ${ball} g
JOIN accounts a ON a.node = g.node
LEFT JOIN ${core} o ON o.part = g.part AND o.node = g.node
WHERE a.hub = 0 OR o.node IS NOT NULL`;
}

/** How many parts are looked at, and from which share of the file on parts bound nothing. */
export interface SizeRule {
  readonly parts: number;
  readonly onePartFrom: number;
}

/** One row: whether parts hold a larger share of the file than `onePartFrom` on average, so that one part does. */
export function sizeQuery(reach: Reach, tables: PartTables, rule: SizeRule): string {
  const most = rule.onePartFrom * rule.parts;
  if (!Number.isFinite(most)) return 'SELECT 0 AS is_large';
  return `SELECT CASE WHEN (SELECT count(*) FROM (${cutAround(reach, tables.ball)}) cut)
  > CAST(${most} AS DOUBLE) * (SELECT count(*) FROM transfers) THEN 1 ELSE 0 END AS is_large`;
}

/** The accounts of the first parts. */
export function firstParts(core: string, parts: number): string {
  return `SELECT part, node FROM ${core} WHERE part < ${parts}`;
}

/** A table of parts, all in one part where `size` says so. */
export function inOnePart(table: string, size: string): string {
  return `SELECT DISTINCT CASE WHEN s.is_large = 1 THEN 0 ELSE t.part END AS part, t.node FROM ${table} t CROSS JOIN ${size} s`;
}

/** Rows of every part, those of a part adjacent, with what the whole knows of their ends; see the contract `partition/1`. */
export function rowsAround(dialect: SqlDialect, reach: Reach, { core, ball }: PartTables): string {
  return rowsOf(
    dialect,
    cutAround(reach, ball),
    `LEFT JOIN ${core} cp ON cp.part = c.part AND cp.node = c.payer
LEFT JOIN ${core} cb ON cb.part = c.part AND cb.node = c.beneficiary\n`,
    `c.bits + CASE WHEN cp.node IS NULL THEN 0 ELSE ${ROW_BITS.payerCore} END + CASE WHEN cb.node IS NULL THEN 0 ELSE ${ROW_BITS.beneficiaryCore} END`,
  );
}

function cutAround(reach: Reach, ball: string): string {
  const isWithin = reach === 'senders' || reach === 'relations';
  return isWithin
    ? `SELECT b.part, t.* FROM transfers t
  JOIN ${ball} b ON b.node = t.payer JOIN ${ball} o ON o.node = t.beneficiary AND o.part = b.part`
    : `SELECT b.part, t.* FROM transfers t JOIN ${ball} b ON b.node = t.payer
  UNION ALL
  SELECT b.part, t.* FROM transfers t JOIN ${ball} b ON b.node = t.beneficiary
  WHERE NOT EXISTS (SELECT 1 FROM ${ball} o WHERE o.part = b.part AND o.node = t.payer)`;
}

/** Rows of stretches of time, those of a stretch adjacent. Nobody is whole in them. */
export function rowsInStretches(dialect: SqlDialect, stretches: Stretches): string {
  return rowsOf(dialect, cutInStretches(stretches), '', 'c.bits');
}

/** The numbers of stretches that have rows. */
export function stretchNumbers(stretches: Stretches): string {
  return `SELECT DISTINCT part FROM (${cutInStretches(stretches)}) cut`;
}

/** Each row in its stretch, and early ones in that before. Said in one scan: DuckDB runs out of memory sorting two that are put together. */
function cutInStretches({ firstMs, lengthMs, spanMs }: Stretches): string {
  const stretch = `CAST(floor((t.time_ms - (${firstMs})) / ${lengthMs}) AS INTEGER)`;
  return `SELECT ${stretch} - s.step AS part, t.*
  FROM transfers t CROSS JOIN (SELECT 0 AS step UNION ALL SELECT 1 AS step) s
  WHERE s.step = 0
    OR (${stretch} > 0 AND t.time_ms - (${firstMs}) - CAST(${stretch} AS BIGINT) * ${lengthMs} <= ${spanMs})`;
}

function rowsOf(dialect: SqlDialect, cut: string, joins: string, bits: string): string {
  return `SELECT ${dialect.carried.map(({ name }) => `c.${name}`).join(', ')},
  CAST(${bits} AS INTEGER) AS bits, c.payer_payers, c.beneficiary_payers, c.part
FROM (
  ${cut}
) c
${joins}${dialect.adjacentBy('part')}`;
}
