import { readFile } from 'node:fs/promises';
import { InputError } from '../foundation/index.js';

/** The page without a case. It lies beside the built package; sources read the one that was built last. */
function templatePath(): URL {
  const here = import.meta.url;
  return new URL(here.endsWith('.ts') ? '../../dist/report-template.html' : './report-template.html', here);
}

/**
 * The template of `report.html`, as it ships with the package.
 * @throws InputError `report-template` where it is missing: the package is not whole, or not built
 */
export async function readReportTemplate(): Promise<string> {
  const path = templatePath();
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new InputError(
      'report-template',
      'Expected report-template.html beside the package; npm run build makes it',
      {
        cause,
      },
    );
  }
}
