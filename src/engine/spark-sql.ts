import { type LakeJob } from './lake-job.js';
import { SPARK, SPARK_VARIABLES } from './spark-dialect.js';
import { type Look, searchSteps, type SearchStep, type Stage, STAGES } from './search-steps.js';

/** A file of a job: its name and its text. */
export interface JobFile {
  readonly name: string;
  readonly text: string;
}

/** What stands at the head of each file. */
const TITLES: Readonly<Record<Stage, string>> = {
  facts: 'What the whole knows of each account: tables of accounts, pairs and transfers',
  sieve: 'Parts by account and by time, and the accounts that must be looked at with more around them',
  halo: 'These accounts in parts, with what is around them',
  global: 'Accounts that are judged together, detector by detector',
};

/** The folder of what was answered to parts of a kind. */
const answersPath = (look: string): string => `'${SPARK_VARIABLES.out}/answers/${look}'`;
const partsPath = (stage: string): string => `'${SPARK_VARIABLES.out}/parts/${stage}'`;

/** Files of SQL that search the lake of a job, in the order in which they run. `names` are those of its Parquet files. */
export function sparkSqlFiles(job: LakeJob, names: readonly string[], maxPartRows: number): JobFile[] {
  const steps = searchSteps(job, SPARK, names);
  const files = STAGES.map((stage, i): JobFile => {
    const own = steps.filter((step) => step.stage === stage);
    return {
      name: `${i + 1}-${stage}.sql`,
      text: fileOf(TITLES[stage], [
        ...(stage === 'facts' ? SETTINGS : []),
        ...own.flatMap((step) => statementsOf(step, maxPartRows)),
        ...partsOf(stage, own),
      ]),
    };
  });
  const check = `${STAGES.length + 1}-check.sql`;
  return [...files, { name: check, text: fileOf('Whether every part has answered', checkStatements(steps)) }];
}

/** What the statements rely on, whatever a cluster has by default. */
const SETTINGS = [
  'SET spark.sql.ansi.enabled=false',
  'SET spark.sql.parser.escapedStringLiterals=false',
  'SET spark.sql.parser.quotedRegexColumnNames=false',
];

function fileOf(title: string, statements: readonly string[]): string {
  return `-- ${title}.\n\n${statements.map((sql) => `${sql};\n`).join('\n')}`;
}

function statementsOf(step: SearchStep, maxPartRows: number): string[] {
  if (step.kind === 'run') return [step.sql];
  if (step.kind === 'look') return [lookStatement(step.look, maxPartRows)];
  return [];
}

/** Rows of parts to the kernel, a line each, and its lines into a folder. */
function lookStatement({ name, groups, mode, rows }: Look, maxPartRows: number): string {
  return `INSERT OVERWRITE DIRECTORY USING text OPTIONS (path ${answersPath(name)}, compression 'none')
SELECT concat_ws('\\t', kind, part, key, text) AS value FROM (
SELECT TRANSFORM (${partName(groups)}, fields, CAST(bits AS STRING), CAST(payer_payers AS STRING), CAST(beneficiary_payers AS STRING))
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'
  USING '${SPARK_VARIABLES.node} kernel.mjs ${mode} --plan plan.json --max-part-rows ${maxPartRows}'
  AS (kind STRING, part STRING, key STRING, text STRING)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'
FROM (
${rows}
) part_rows
) answers`;
}

/** Which parts there are, written down; and, behind the sieve, that they have answered and which candidates they named. */
function partsOf(stage: Stage, steps: readonly SearchStep[]): string[] {
  const looks = steps.flatMap((step) => (step.kind === 'look' ? [step.look] : []));
  if (looks.length === 0) return [];
  const queries = looks.map(
    ({ name, groups, parts }) => `SELECT ${partName(groups)} AS value FROM (${parts}) ${name}_parts`,
  );
  const write = `INSERT OVERWRITE DIRECTORY USING text OPTIONS (path ${partsPath(stage)}, compression 'none')
${queries.join('\nUNION ALL\n')}`;
  if (!steps.some(({ kind }) => kind === 'candidates')) return [write];
  return [write, ...answered('sieve', looks, [stage]), ...SPARK.makeTable('candidates', candidatesQuery('sieve'))];
}

/** Candidates as the kernel wrote them: the account as JSON, in which of all escapes of a line only the backslash occurs. */
function candidatesQuery(name: string): string {
  return `SELECT DISTINCT detector, key[0] AS bank, key[1] AS account FROM (
  SELECT key AS detector, from_json(replace(text, '\\\\\\\\', '\\\\'), 'array<string>') AS key FROM ${name}_answers WHERE kind = 'C'
) named`;
}

function checkStatements(steps: readonly SearchStep[]): string[] {
  const looks = steps.flatMap((step) => (step.kind === 'look' ? [step.look] : []));
  const stages = [...new Set(steps.flatMap(({ stage, kind }) => (kind === 'look' ? [stage] : [])))];
  return [
    ...answered('all', looks, stages),
    `INSERT OVERWRITE DIRECTORY USING text OPTIONS (path '${SPARK_VARIABLES.out}/done', compression 'none')
SELECT CAST(count(*) AS STRING) AS value FROM all_parts`,
  ];
}

/** Views `NAME_answers` and `NAME_parts`, and an error unless each of these parts has its S line, once. */
function answered(name: string, looks: readonly Look[], stages: readonly Stage[]): string[] {
  const lines = looks.map(({ name: look }) => `SELECT value FROM text.\`${answersPath(look).slice(1, -1)}\``);
  const parts = stages.map((stage) => `SELECT value FROM text.\`${partsPath(stage).slice(1, -1)}\``);
  return [
    SPARK.makeView(`${name}_parts`, parts.join(' UNION ALL ')),
    SPARK.makeView(
      `${name}_answers`,
      `SELECT line[0] AS kind, line[1] AS part, line[2] AS key, line[3] AS text FROM (
  SELECT split(value, '\\t') AS line FROM (${lines.join(' UNION ALL ')}) written
) fields`,
    ),
    `SELECT CASE WHEN count(*) = 0 THEN 'every part has answered'
  ELSE raise_error(concat('illicit-flows: Expected one S line of each part but not so of ', CAST(count(*) AS STRING), ' [part-unanswered]')) END AS answer
FROM (
  SELECT p.value FROM ${name}_parts p LEFT JOIN (SELECT part FROM ${name}_answers WHERE kind = 'S') s ON s.part = p.value
  GROUP BY p.value HAVING count(s.part) <> 1
) unanswered`,
  ];
}

/** What the kernel knows a part by: its group and a number. */
function partName(groups: Look['groups']): string {
  if (typeof groups === 'string') return `concat('${groups}:', CAST(part AS STRING))`;
  return `CASE part ${groups.map((group, place) => `WHEN ${place} THEN '${group}:0'`).join(' ')} END`;
}
