import { type JobFile } from './spark-sql.js';

/** How the script of a job finds its lake and its node, unless told otherwise. */
export interface ScriptDefaults {
  /** Folder of the lake's Parquet files, as nodes of the cluster see it. */
  readonly lake: string;
  /** What starts Node on a node of the cluster. */
  readonly node: string;
}

/** Signs that would mean something else in SQL, in a pattern of paths or in the shell. */
const UNSAFE = /['"`$\\;{}[\]*?\p{Cc}]/u;

/** Whether a path can be said to Spark: within quotes of SQL, without being a pattern. */
export function isSparkPath(path: string): boolean {
  return !UNSAFE.test(path);
}

/** The script that runs a job: files of SQL one after the other, in one application of Spark. */
export function sparkScript({ lake, node }: ScriptDefaults, sql: readonly string[]): JobFile {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const text = `#!/bin/sh
# Searches a lake for patterns with Apache Spark 3.5: the files of SQL beside this script, one after the other, in one
# application; the first statement that fails ends it. It writes into OUT and nowhere else, no catalogue included.
#   SPARK_HOME   where Spark is installed (needed)
#   LAKE         folder of the lake's Parquet files, as nodes of the cluster see it
#   OUT          folder that does not exist yet, which all nodes can write to (default: out, beside this script)
#   NODE_COMMAND what starts Node 20 or later on nodes of the cluster
# Options of spark-sql follow, such as: ./run.sh --master yarn --num-executors 20
set -eu
here=$(cd "$(dirname "$0")" && pwd)
LAKE=\${LAKE:-${quoted(lake)}}
OUT=\${OUT:-"file://$here/out"}
NODE_COMMAND=\${NODE_COMMAND:-${quoted(node)}}
fail() { echo "illicit-flows: Expected $1 [$2]" >&2; exit 1; }
[ -n "\${SPARK_HOME:-}" ] && [ -x "$SPARK_HOME/bin/spark-sql" ] || fail 'SPARK_HOME to be where Spark is installed' spark-missing
for value in "$LAKE" "$OUT" "$NODE_COMMAND"; do
  case $value in *[\\'\\"\\\`\\$\\\\\\;{}[*?]* | *]* | *"
"*) fail 'LAKE, OUT and NODE_COMMAND without quotes, brackets, braces, *, ?, $, ; and backslashes' spark-path ;; esac
done
case $OUT in *[[:space:]]*) fail 'OUT without spaces' spark-path ;; esac
# Spark leaves the files of its own catalogue where it is started, unless a cluster has another one.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
{
  echo "dfs -mkdir $OUT;"
  cat ${sql.map((name) => `"$here/${name}"`).join(' ')}
} > "$scratch/all.sql"
cp "$here/kernel.mjs" "$here/plan.json" "$scratch"
cd "$scratch"
"$SPARK_HOME/bin/spark-sql" --name illicit-flows --files kernel.mjs,plan.json \\
  --conf spark.io.compression.codec=zstd \\
  --conf "spark.illicitFlows.lake=$LAKE" --conf "spark.illicitFlows.out=$OUT" --conf "spark.illicitFlows.node=$NODE_COMMAND" \\
  "$@" -f all.sql
`;
  return { name: 'run.sh', text };
}

/** What the people who run a platform read before they let a job in. */
export function sparkReadme(sql: readonly string[]): JobFile {
  const [facts, sieve, halo, global, check] = sql;
  const text = `# A job for Apache Spark

It looks for patterns in the transfers of a lake, and leaves what it found for \`illicit-flows assemble\`, which makes the case on one machine.

    SPARK_HOME=/opt/spark OUT=hdfs:///jobs/flows-1 ./run.sh --master yarn --num-executors 20

| file | what it is |
| --- | --- |
| \`${facts}\` | numbers accounts, says what the whole knows of each, and makes one line of each transfer |
| \`${sieve}\` | every account with its transfers, and stretches of time, to the kernel: findings, and accounts that need a closer look |
| \`${halo}\` | these accounts in parts, with what is around them, to the kernel |
| \`${global}\` | accounts that a detector must see together, to the kernel, in one part for each detector |
| \`${check}\` | fails unless each part has answered once; then writes \`done\` |
| \`kernel.mjs\` | our detectors in one file of JavaScript that needs Node 20 and no package. It reads lines and writes lines; it opens no file but the plan and itself, and no connection |
| \`plan.json\` | what all parts must know: versions, thresholds, currencies, places, names of files, guard lists, and the hash of \`kernel.mjs\` |
| \`run.sh\` | hands these files to \`spark-sql\`; its head says what can be set |

- It needs Spark 3.5 with \`spark-sql\`, bash and Node 20 on every node that runs tasks (or \`--archives node.tgz#node\` and \`NODE_COMMAND=node/bin/node\`), and a folder
  that all nodes can write to. It installs nothing, writes to no table of a catalogue and reaches no network of its own.
- It reads the Parquet files in \`LAKE\` and writes to \`OUT\`: \`tables\` (between steps; they may go once it is done), \`parts\`, \`answers\`, \`done\`.
- Transfers with both accounts travel between nodes of the cluster, as in any join; findings in \`OUT/answers\` name accounts. Keep \`OUT\` where
  the lake may be kept. Nothing is sent anywhere else. Bring \`OUT\` back as \`out\` beside this file, and run \`assemble\`.
- A kernel runs beside the executor, not in its memory: give containers room for it (\`spark.executor.memoryOverhead\`), about 1 kB for each row of the
  largest part. \`${global}\` has one part for each detector, which grows with the file.
- A task that fails is tried again as Spark always does; the same rows give the same lines. A kernel that cannot go on ends with 3 (a part of too many
  rows) or 4 (rows or plan not of its contract), and says why in one line that repeats nothing of the data.
`;
  return { name: 'README.md', text };
}
