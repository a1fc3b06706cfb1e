import { ROW_BITS, ROW_COLUMNS } from '../slices/index.js';
import { type Reach } from '../typologies/index.js';
import { type SqlDialect } from './sql-dialect.js';

/** Stretches of time: those of `lengthMs` from `firstMs` on, each with `spanMs` of the next. */
export interface Stretches {
  readonly firstMs: number;
  readonly lengthMs: number;
  readonly spanMs: number;
}

/** Types of the columns of the table `candidates`: detector, institution, account. */
export const CANDIDATE_TYPES = Object.freeze(['text', 'text', 'text'] as const);
export const CANDIDATES = 'CREATE TABLE candidates (detector VARCHAR, bank VARCHAR, account VARCHAR)';

/** Every account is whole in its own part: table `core`. */
export function starCore(dialect: SqlDialect): string {
  return dialect.makeTable('core', 'SELECT part, node FROM accounts');
}

/** Candidates of detectors, in their parts or all in one; somebody where there are none: table `core`. */
export function candidateCore(dialect: SqlDialect, detectors: readonly string[], inOnePart: boolean): string {
  const part = inOnePart ? '0 AS part' : 'a.part AS part';
  const ids = detectors.map((id) => dialect.text(id)).join(', ');
  return dialect.makeTable(
    'core',
    `WITH found AS (
  SELECT DISTINCT ${part}, a.node AS node FROM candidates c JOIN accounts a ON a.bank = c.bank AND a.account = c.account
  WHERE c.detector IN (${ids})
)
SELECT part, node FROM found
UNION ALL
SELECT ${inOnePart ? '0' : 'part'}, node FROM (SELECT part, node FROM accounts ORDER BY node LIMIT 1) one
WHERE NOT EXISTS (SELECT 1 FROM found)`,
  );
}

/** Table `ball`: the accounts whose rows are wanted, which for a longer reach are partners too, and partners of these. */
export function ballStatements(dialect: SqlDialect, reach: Reach): string[] {
  const steps = reach === 'star' ? 0 : reach === 'relations' ? 2 : 1;
  const grow = dialect.makeTable(
    'grown',
    `SELECT part, node FROM ball
UNION
SELECT b.part, p.beneficiary AS node FROM ball b JOIN pairs p ON p.payer = b.node
UNION
SELECT b.part, p.payer AS node FROM ball b JOIN pairs p ON p.beneficiary = b.node`,
  );
  const take = dialect.makeTable('ball', 'SELECT part, node FROM grown');
  return [
    dialect.makeTable('ball', 'SELECT part, node FROM core'),
    ...Array.from({ length: steps }, () => [grow, take]).flat(),
  ];
}

/** Rows of every part, those of a part adjacent, with what the whole knows of their ends; see the contract `partition/1`. */
export function rowsAround(reach: Reach): string {
  return rowsOf(
    cutAround(reach),
    `LEFT JOIN core cp ON cp.part = c.part AND cp.node = c.payer
LEFT JOIN core cb ON cb.part = c.part AND cb.node = c.beneficiary`,
    ['CASE WHEN cp.node IS NULL THEN 0 ELSE 1 END', 'CASE WHEN cb.node IS NULL THEN 0 ELSE 1 END'],
  );
}

/** How many rows all parts have, and how many transfers there are. */
export function sizeAround(reach: Reach): string {
  return `SELECT CAST((SELECT count(*) FROM (${cutAround(reach)}) cut) AS DOUBLE), CAST((SELECT count(*) FROM transfers) AS DOUBLE)`;
}

function cutAround(reach: Reach): string {
  const isWithin = reach === 'senders' || reach === 'relations';
  return isWithin
    ? `SELECT b.part, t.* FROM transfers t
  JOIN ball b ON b.node = t.payer JOIN ball o ON o.node = t.beneficiary AND o.part = b.part`
    : `SELECT b.part, t.* FROM transfers t JOIN ball b ON b.node = t.payer
  UNION ALL
  SELECT b.part, t.* FROM transfers t JOIN ball b ON b.node = t.beneficiary
  WHERE NOT EXISTS (SELECT 1 FROM ball o WHERE o.part = b.part AND o.node = t.payer)`;
}

/** Rows of stretches of time, those of a stretch adjacent. Nobody is whole in them. */
export function rowsInStretches({ firstMs, lengthMs, spanMs }: Stretches): string {
  const stretch = `CAST(floor((t."timeMs" - (${firstMs})) / ${lengthMs}) AS INTEGER)`;
  return rowsOf(
    `SELECT ${stretch} AS part, t.* FROM transfers t
  UNION ALL
  SELECT ${stretch} - 1 AS part, t.* FROM transfers t
  WHERE ${stretch} > 0 AND t."timeMs" - (${firstMs}) - CAST(${stretch} AS BIGINT) * ${lengthMs} <= ${spanMs}`,
    '',
    ['0', '0'],
  );
}

function rowsOf(cut: string, joins: string, [payerCore, beneficiaryCore]: readonly [string, string]): string {
  const columns = ROW_COLUMNS.map(({ name, type }) =>
    type === 'text' ? `c."${name}"` : `CAST(c."${name}" AS DOUBLE) AS "${name}"`,
  );
  const bits = [
    `${ROW_BITS.payerCore} * ${payerCore}`,
    `${ROW_BITS.beneficiaryCore} * ${beneficiaryCore}`,
    `${ROW_BITS.payerHub} * p.hub + ${ROW_BITS.beneficiaryHub} * b.hub`,
    `${ROW_BITS.payerPublic} * p.public + ${ROW_BITS.beneficiaryPublic} * b.public`,
    `${ROW_BITS.payerEverybodys} * p.everybodys + ${ROW_BITS.beneficiaryEverybodys} * b.everybodys`,
  ];
  return `WITH cut AS (
  ${cut}
)
SELECT ${columns.join(', ')},
  CAST(${bits.join(' + ')} AS INTEGER) AS bits, p.payers AS payer_payers, b.payers AS beneficiary_payers, c.part
FROM cut c
JOIN accounts p ON p.node = c.payer
JOIN accounts b ON b.node = c.beneficiary
${joins === '' ? '' : `${joins}\n`}ORDER BY c.part`;
}
