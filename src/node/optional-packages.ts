import { InputError } from '../foundation/index.js';

/**
 * Loads a package that is not installed with this one.
 * @throws InputError `package-missing` in words that say what to install
 */
export async function loadOptional<T>(load: () => Promise<T>, packages: string, name: string): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new InputError(
      'package-missing',
      `Expected ${packages} to be installed to read ${name}: npm install ${packages}`,
      {
        cause,
      },
    );
  }
}
