import fs, { type PathLike } from 'node:fs';
import { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/** A fault of the file system. */
export interface Fault {
  /** Which call it strikes, counted from 1. */
  readonly call: number;
  readonly code: string;
  /** Whether every later call fails as well, as on a disk that is gone. */
  readonly stays: boolean;
}

type Call = (...args: unknown[]) => unknown;

/** All of them that are functions: each takes a path first. */
const PROMISED = Object.entries(fs.promises).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
const AT_ONCE = ['openSync', 'readSync', 'rmSync', 'statSync', 'closeSync'];
const OF_HANDLES = ['close', 'read', 'stat', 'writeFile'] as const;

/**
 * Runs an action while the calls to the file system that concern a folder, or the template of the report, are counted and one
 * of them fails. All that our sources call is covered; a failing write has written half before, and a failing close has closed.
 * Nothing else may run meanwhile.
 *
 * @returns the names of the calls in order, those that failed included
 */
export async function withFault(
  folder: string,
  fault: Fault | undefined,
  action: () => Promise<void>,
): Promise<string[]> {
  const calls: string[] = [];
  const ours = new Set<unknown>();
  const strike = (name: string, path: string): void => {
    calls.push(name);
    if (fault === undefined || calls.length < fault.call || (!fault.stays && calls.length > fault.call)) return;
    const syscall = name.replace(/Sync$/u, '');
    throw Object.assign(new Error(`${fault.code}: injected, ${syscall} '${path}'`), {
      code: fault.code,
      syscall,
      path,
    });
  };
  const concerns = (target: unknown): boolean =>
    ours.has(target) ||
    (isPath(target) && (String(target).startsWith(folder) || String(target).endsWith('template.html')));
  const guarded = (name: string, real: Call): Call =>
    function guard(...args) {
      if (!concerns(args[0])) return real(...args);
      if (name === 'closeSync') real(...args);
      strike(name, String(args[0]));
      if (name === 'closeSync') return undefined;
      const result = real(...args);
      if (name === 'openSync') ours.add(result);
      return result;
    };
  const promised = (name: string, real: Call): Call =>
    async function guard(...args) {
      if (!concerns(args[0])) return real(...args);
      strike(name, String(args[0]));
      const result = await real(...args);
      if (name === 'open') guardHandle(result as FileHandle, strike);
      return result;
    };
  const restores = [
    ...PROMISED.map((name) => replace(fs.promises, name, (real) => promised(name, real))),
    ...AT_ONCE.map((name) => replace(fs, name, (real) => guarded(name, real))),
  ];
  syncBuiltinESMExports();
  try {
    await action();
  } finally {
    for (const restore of restores) restore();
    syncBuiltinESMExports();
  }
  return calls;
}

function isPath(target: unknown): target is PathLike {
  return typeof target === 'string' || target instanceof URL;
}

function guardHandle(handle: FileHandle, strike: (name: string, path: string) => void): void {
  for (const name of OF_HANDLES) {
    replace(handle, name, (real) => async (...args) => {
      if (name === 'close') await real(...args);
      try {
        strike(name, 'a handle');
      } catch (error) {
        if (name === 'writeFile') await real((args[0] as Uint8Array).subarray(0, (args[0] as Uint8Array).length / 2));
        throw error;
      }
      return name === 'close' ? undefined : real(...args);
    });
  }
}

function replace(owner: object, name: string, by: (real: Call) => Call): () => void {
  const methods = owner as Record<string, Call>;
  const real = methods[name]!;
  methods[name] = by(real.bind(owner));
  return () => {
    methods[name] = real;
  };
}
