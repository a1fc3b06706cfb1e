import { InputError } from '../foundation/index.js';

/**
 * Loads a package that is not installed with this one. `purpose` says in words what for: `read a.parquet`.
 *
 * @throws InputError `package-missing` in words that say what to install
 */
export async function loadOptional<T>(load: () => Promise<T>, packages: string, purpose: string): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new InputError(
      'package-missing',
      `Expected ${packages} to be installed to ${purpose}: npm install ${packages}`,
      {
        cause,
      },
    );
  }
}
