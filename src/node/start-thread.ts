import { Worker } from 'node:worker_threads';

/**
 * Starts a thread on a module. A module in TypeScript, which exists only in this repository, is loaded through tsx.
 * The flags of the host are not handed on: some of them no thread accepts.
 */
export function startThread(entry: URL): Worker {
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, { execArgv: [] });
  const loading = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(entry.href)})))`;
  return new Worker(loading, { eval: true, execArgv: [] });
}

/** The entry of the library's own threads: it lies beside this module, built or not. */
export function workerEntry(): URL {
  const here = import.meta.url;
  return new URL(here.endsWith('.ts') ? './worker.ts' : './worker.js', here);
}
