import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', node: 'src/node/index.ts', report: 'src/report/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    sourcemap: true,
    target: 'es2022',
    // One copy of every class for both entry points, in CommonJS too: code that both need goes to a chunk of its own.
    splitting: true,
    // For CommonJS: where a module lies, so that the worker is found beside it.
    shims: true,
  },
  {
    // What is started, and what it runs in a process with room of its own.
    entry: { cli: 'src/cli/launch.ts', 'command-line': 'src/cli/main.ts' },
    format: ['esm'],
    sourcemap: true,
    target: 'node20',
  },
  // The entry of worker threads is an ES module, whoever starts them. Sharing no code with the others it holds what threads
  // need and nothing else, which halves the time until one is ready.
  {
    entry: { worker: 'src/node/worker.ts' },
    format: ['esm'],
    sourcemap: true,
    target: 'node20',
  },
]);
