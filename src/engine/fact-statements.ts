import { INSTITUTION_ACCOUNTS } from '../ledger/index.js';
import { ROW_BITS } from '../slices/index.js';
import { EVERYBODYS_RULE } from '../typologies/index.js';
import { type SqlDialect } from './sql-dialect.js';

/** What accounts are told apart by. */
export interface FactRule {
  readonly parts: number;
  readonly hubDegreeCap: number;
  /** From this many payers on, and below that share of credits by hand, an account is paid like a shop. */
  readonly publicPayers: number;
  readonly publicByHand: number;
}

/**
 * Statements that number the accounts and transfers of a lake and say what the whole knows of each: tables `pairs`, `accounts`
 * and `transfers`, the last with the bits of both ends but for core. See {@link ROW_BITS}.
 */
export function factStatements(dialect: SqlDialect, paths: readonly string[], rule: FactRule): string[] {
  const table = (name: string, query: string): string[] => dialect.makeTable(name, query);
  return [
    dialect.makeView('lake', `SELECT ${columnsOf(dialect)} FROM ${dialect.parquet(paths)}`),
    dialect.makeView('ends', endsQuery(dialect)),
    ...table('nodes', nodesQuery(dialect)),
    ...table('numbered', numberedQuery(dialect)),
    ...table('pairs', 'SELECT DISTINCT payer, beneficiary FROM numbered'),
    dialect.makeView('payers', COUNT_PAYERS),
    dialect.makeView('receivers', COUNT_RECEIVERS),
    ...table('accounts', accountsQuery(dialect, rule)),
    ...table('transfers', transfersQuery(dialect)),
    ...dialect.dropTables(['numbered']),
  ];
}

function columnsOf(dialect: SqlDialect): string {
  return dialect.lakeColumns.map((name) => dialect.name(name)).join(', ');
}

/** The accounts that stand for the ends of rows: of a holder where accounts are joined. */
function endsQuery(dialect: SqlDialect): string {
  const [payer, payerUnit] = [dialect.name('payerAccount'), dialect.name('payerUnitAccount')];
  const [beneficiary, beneficiaryUnit] = [dialect.name('beneficiaryAccount'), dialect.name('beneficiaryUnitAccount')];
  return `SELECT ${columnsOf(dialect)},
  CASE WHEN ${payerUnit} IS NULL THEN ${dialect.name('payerInstitution')} ELSE ${dialect.name('payerUnitInstitution')} END AS payer_bank,
  coalesce(${payerUnit}, ${payer}) AS payer_text,
  CASE WHEN ${beneficiaryUnit} IS NULL THEN ${dialect.name('beneficiaryInstitution')} ELSE ${dialect.name('beneficiaryUnitInstitution')} END AS beneficiary_bank,
  coalesce(${beneficiaryUnit}, ${beneficiary}) AS beneficiary_text
FROM lake`;
}

function nodesQuery(dialect: SqlDialect): string {
  return `SELECT ${dialect.rowNumber} AS node, bank, account FROM (
  SELECT payer_bank AS bank, payer_text AS account FROM ends
  UNION
  SELECT beneficiary_bank AS bank, beneficiary_text AS account FROM ends
) every_account`;
}

function numberedQuery(dialect: SqlDialect): string {
  const carried = dialect.carried.map(({ name, expression }) => `${expression} AS ${name}`);
  const [timeMs, channel] = [dialect.name('timeMs'), dialect.name('channel')];
  return `SELECT p.node AS payer, b.node AS beneficiary, e.${timeMs} AS time_ms,
  CASE WHEN e.${channel} IN ('cash', 'p2p') THEN 1 ELSE 0 END AS by_hand,
  ${carried.join(', ')}
FROM ends e
JOIN nodes p ON p.bank = e.payer_bank AND p.account = e.payer_text
JOIN nodes b ON b.bank = e.beneficiary_bank AND b.account = e.beneficiary_text`;
}

const COUNT_PAYERS =
  'SELECT beneficiary AS node, count(*) AS others FROM pairs WHERE payer <> beneficiary GROUP BY beneficiary';
const COUNT_RECEIVERS = 'SELECT payer AS node, count(*) AS others FROM pairs WHERE payer <> beneficiary GROUP BY payer';

/**
 * One row: from how many others on everybody deals with an account, which is one more than the account at a place of all in
 * ascending order has, or the least there may be.
 */
function leastQuery(table: 'payers' | 'receivers'): string {
  const { leastParties, commonShare } = EVERYBODYS_RULE;
  return `SELECT greatest(${leastParties}, coalesce(min(r.others) + 1, 0)) AS others
  FROM (SELECT others, sum(accounts) OVER (ORDER BY others) AS upto
    FROM (SELECT others, count(*) AS accounts FROM ${table} GROUP BY others) counted) r
  JOIN (SELECT floor(CAST(${commonShare} AS DOUBLE) * (count(*) - 1)) AS place FROM ${table}) p ON r.upto > p.place`;
}

/** What the whole knows of each account, and its part. */
function accountsQuery(dialect: SqlDialect, rule: FactRule): string {
  const ofInstitutions = Object.values(INSTITUTION_ACCOUNTS).map((text) => dialect.text(text));
  return `WITH partners AS (
  SELECT node, count(*) AS others FROM (
    SELECT payer AS node, beneficiary AS other FROM pairs WHERE payer <> beneficiary
    UNION
    SELECT beneficiary AS node, payer AS other FROM pairs WHERE payer <> beneficiary
  ) both_ways GROUP BY node
), credits AS (
  SELECT beneficiary AS node, count(*) AS credits, sum(by_hand) AS by_hand FROM numbered GROUP BY beneficiary
)
SELECT n.node, n.bank, n.account, ${dialect.partOf(['n.bank', 'n.account'], rule.parts)} AS part,
  CASE WHEN coalesce(p.others, 0) > ${rule.hubDegreeCap}
    OR (coalesce(p.others, 0) > 0 AND n.account IN (${ofInstitutions.join(', ')})) THEN 1 ELSE 0 END AS hub,
  CASE WHEN coalesce(i.others, 0) >= ${rule.publicPayers}
    AND c.by_hand < CAST(${rule.publicByHand} AS DOUBLE) * c.credits THEN 1 ELSE 0 END AS public,
  CASE WHEN coalesce(i.others, 0) >= l.others OR coalesce(o.others, 0) >= m.others THEN 1 ELSE 0 END AS everybodys,
  CAST(coalesce(i.others, 0) AS INTEGER) AS payers
FROM nodes n
CROSS JOIN (${leastQuery('payers')}) l
CROSS JOIN (${leastQuery('receivers')}) m
LEFT JOIN partners p ON p.node = n.node
LEFT JOIN payers i ON i.node = n.node
LEFT JOIN receivers o ON o.node = n.node
LEFT JOIN credits c ON c.node = n.node`;
}

function transfersQuery(dialect: SqlDialect): string {
  const bits = [
    `${ROW_BITS.payerHub} * p.hub + ${ROW_BITS.beneficiaryHub} * b.hub`,
    `${ROW_BITS.payerPublic} * p.public + ${ROW_BITS.beneficiaryPublic} * b.public`,
    `${ROW_BITS.payerEverybodys} * p.everybodys + ${ROW_BITS.beneficiaryEverybodys} * b.everybodys`,
  ];
  return `SELECT t.payer, t.beneficiary, t.time_ms, ${dialect.carried.map(({ name }) => `t.${name}`).join(', ')},
  ${bits.join(' + ')} AS bits, p.payers AS payer_payers, b.payers AS beneficiary_payers
FROM numbered t
JOIN accounts p ON p.node = t.payer
JOIN accounts b ON b.node = t.beneficiary`;
}
