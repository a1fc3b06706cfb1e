import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './fresh-folder.js';

/** Has something called as spark-sql is, a script of the shell, for as long as `use` takes. */
export async function withFakeSpark<T>(script: string, use: () => Promise<T>): Promise<T> {
  const home = freshFolder();
  mkdirSync(join(home, 'bin'));
  writeFileSync(join(home, 'bin/spark-sql'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  writeFileSync(join(home, 'bin/java'), '#!/bin/sh\n', { mode: 0o755 });
  const before = ['SPARK_HOME', 'JAVA_HOME'].map((name) => [name, process.env[name]] as const);
  for (const [name] of before) process.env[name] = home;
  try {
    return await use();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}

/** A script that leaves, of whatever table, copies of these files and these counts, and prints how it was called. */
export function exportingScript(files: readonly string[], counts: unknown): string {
  return `for file in "$@"; do :; done
echo "called $*"
rows=$(sed -n "s/^INSERT .*parquet OPTIONS (path 'file:\\/\\/\\(.*\\)').*/\\1/p" "$file")
mkdir "$rows" "\${rows%rows}counts"
${files.map((path, i) => `cp '${path}' "$rows/part-00000-1-c${String(i).padStart(3, '0')}.snappy.parquet"`).join('\n')}
touch "$rows/_SUCCESS" "$rows/._SUCCESS.crc" "\${rows%rows}counts/_SUCCESS"
echo '${JSON.stringify(counts)}' > "\${rows%rows}counts/part-00000-1-c000.json"`;
}
