import { defineConfig } from 'tsup';

export default defineConfig([
  {
    entry: { index: 'src/index.ts', node: 'src/node/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    sourcemap: true,
    target: 'es2022',
    // For CommonJS: where a module lies, so that the worker is found beside it.
    shims: true,
  },
  // The entry of worker threads is an ES module, whoever starts them.
  {
    entry: { cli: 'src/cli/main.ts', worker: 'src/node/worker.ts' },
    format: ['esm'],
    sourcemap: true,
    target: 'node20',
  },
]);
