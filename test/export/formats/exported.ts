import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseDocument } from '../../../src/disclosure/index.js';
import { exportCase, type ExportCaseOptions, type ExportFormat } from '../../../src/export/index.js';
import { freshFolder } from '../../support/fresh-folder.js';

/** The files of an export by name, as bytes. */
export function exportedBytes(
  document: CaseDocument,
  format: ExportFormat,
  options: ExportCaseOptions = {},
): Map<string, Buffer> {
  return new Map(
    exportCase(document, format, options).files.map(({ name, chunks }) => [
      name,
      Buffer.concat([...chunks].map((chunk) => Buffer.from(chunk))),
    ]),
  );
}

/** The text of an export, or of one file of it. */
export function exportedText(document: CaseDocument, format: ExportFormat, name?: string): string {
  const files = exportedBytes(document, format);
  return (name === undefined ? [...files.values()][0]! : files.get(name)!).toString('utf8');
}

/** What the graph of a document has to have: operators, groups that are used, transfers. */
export function expectedCounts(document: CaseDocument): { nodes: number; edges: number } {
  let nodes = 0;
  let edges = 0;
  for (const { operators, protectedPayers, transfers } of document.leads) {
    const groups = new Set<string>();
    for (const [i, from] of transfers.from.entries()) {
      const to = transfers.to[i]!;
      for (const [end, other] of [
        [from, to],
        [to, from],
      ] as const) {
        if (end === -1) groups.add(`payers ${other >= 0 && protectedPayers.byOperator[other]! >= 3 ? other : 'lead'}`);
        if (end === -2) groups.add(`others ${other >= 0 ? other : 'lead'}`);
      }
    }
    nodes += operators.length + groups.size;
    edges += transfers.from.length;
  }
  return { nodes, edges };
}

/** Whether the Python on this machine has some modules; says so where not, as the reason of skipped tests. */
export function hasPython(...modules: string[]): boolean {
  const { status } = spawnSync('python3', ['-c', `import ${modules.join(', ')}`]);
  if (status !== 0) process.stderr.write(`skipped: python3 has no ${modules.join(', ')}\n`);
  return status === 0;
}

/** Runs a Python script on files given by name and bytes, and reads the JSON that it prints. */
export function askPython(script: string, files: ReadonlyMap<string, Buffer>): unknown {
  const folder = freshFolder();
  const paths = [...files].map(([name, bytes]) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  });
  const { stdout, stderr, status } = spawnSync('python3', ['-c', script, ...paths], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as unknown;
}
