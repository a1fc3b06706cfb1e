import { INSTITUTION_ACCOUNTS } from '../ledger/index.js';
import { ROW_COLUMNS } from '../slices/index.js';
import { type SqlDialect } from './sql-dialect.js';

/** What accounts are told apart by. */
export interface FactRule {
  readonly parts: number;
  readonly hubDegreeCap: number;
  /** From so many payers on, and below that share of credits by hand, an account is paid like a shop. */
  readonly publicPayers: number;
  readonly publicByHand: number;
}

const COLUMNS = ROW_COLUMNS.map(({ name }) => `"${name}"`).join(', ');

/** The accounts that stand for the ends of rows: of a holder where accounts are joined. */
const ENDS = `SELECT ${COLUMNS},
  CASE WHEN "payerUnitAccount" IS NULL THEN "payerInstitution" ELSE "payerUnitInstitution" END AS payer_bank,
  coalesce("payerUnitAccount", "payerAccount") AS payer_text,
  CASE WHEN "beneficiaryUnitAccount" IS NULL THEN "beneficiaryInstitution" ELSE "beneficiaryUnitInstitution" END AS beneficiary_bank,
  coalesce("beneficiaryUnitAccount", "beneficiaryAccount") AS beneficiary_text
FROM lake`;

/** Statements that number accounts and transfers of the lake: tables `nodes`, `transfers`, `pairs`. */
export function tableStatements(dialect: SqlDialect, paths: readonly string[]): string[] {
  return [
    `CREATE VIEW lake AS SELECT ${COLUMNS} FROM ${dialect.parquet(paths)}`,
    `CREATE VIEW ends AS ${ENDS}`,
    dialect.makeTable(
      'nodes',
      `SELECT CAST(row_number() OVER () AS INTEGER) AS node, bank, account FROM (
  SELECT payer_bank AS bank, payer_text AS account FROM ends
  UNION
  SELECT beneficiary_bank AS bank, beneficiary_text AS account FROM ends
)`,
    ),
    dialect.makeTable(
      'transfers',
      `SELECT p.node AS payer, b.node AS beneficiary, ${ROW_COLUMNS.map(({ name }) => `e."${name}"`).join(', ')}
FROM ends e
JOIN nodes p ON p.bank = e.payer_bank AND p.account = e.payer_text
JOIN nodes b ON b.bank = e.beneficiary_bank AND b.account = e.beneficiary_text`,
    ),
    dialect.makeTable('pairs', 'SELECT DISTINCT payer, beneficiary FROM transfers'),
    dialect.makeTable('payers', COUNT_PAYERS),
    dialect.makeTable('receivers', COUNT_RECEIVERS),
  ];
}

const COUNT_PAYERS =
  'SELECT beneficiary AS node, count(*) AS others FROM pairs WHERE payer <> beneficiary GROUP BY beneficiary';
const COUNT_RECEIVERS = 'SELECT payer AS node, count(*) AS others FROM pairs WHERE payer <> beneficiary GROUP BY payer';

/** How many accounts are paid by (pay) somebody else. */
export function countStatement(table: 'payers' | 'receivers'): string {
  return `SELECT CAST(count(*) AS DOUBLE) FROM ${table}`;
}

/** The number of others at a place of the accounts in ascending order. */
export function rankStatement(table: 'payers' | 'receivers', place: number): string {
  return `SELECT CAST(others AS DOUBLE) FROM ${table} ORDER BY others LIMIT 1 OFFSET ${place}`;
}

/** Table `accounts`: what the whole knows of each, and its part. `least`: others from which on everybody deals with it. */
export function accountStatement(
  dialect: SqlDialect,
  rule: FactRule,
  least: { readonly payers: number; readonly receivers: number },
): string {
  const ofInstitutions = Object.values(INSTITUTION_ACCOUNTS).map((text) => dialect.text(text));
  return dialect.makeTable(
    'accounts',
    `WITH partners AS (
  SELECT node, count(*) AS others FROM (
    SELECT payer AS node, beneficiary AS other FROM pairs WHERE payer <> beneficiary
    UNION
    SELECT beneficiary AS node, payer AS other FROM pairs WHERE payer <> beneficiary
  ) GROUP BY node
), credits AS (
  SELECT beneficiary AS node, count(*) AS credits,
    sum(CASE WHEN channel IN ('cash', 'p2p') THEN 1 ELSE 0 END) AS by_hand
  FROM transfers GROUP BY beneficiary
)
SELECT n.node, n.bank, n.account, ${dialect.partOf(['n.bank', 'n.account'], rule.parts)} AS part,
  CASE WHEN coalesce(p.others, 0) > ${rule.hubDegreeCap}
    OR (coalesce(p.others, 0) > 0 AND n.account IN (${ofInstitutions.join(', ')})) THEN 1 ELSE 0 END AS hub,
  CASE WHEN coalesce(i.others, 0) >= ${rule.publicPayers}
    AND c.by_hand < CAST(${rule.publicByHand} AS DOUBLE) * c.credits THEN 1 ELSE 0 END AS public,
  CASE WHEN coalesce(i.others, 0) >= ${least.payers} OR coalesce(o.others, 0) >= ${least.receivers} THEN 1 ELSE 0 END AS everybodys,
  CAST(coalesce(i.others, 0) AS INTEGER) AS payers
FROM nodes n
LEFT JOIN partners p ON p.node = n.node
LEFT JOIN payers i ON i.node = n.node
LEFT JOIN receivers o ON o.node = n.node
LEFT JOIN credits c ON c.node = n.node`,
  );
}
