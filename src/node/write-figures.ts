import { type CaseDocument } from '../disclosure/index.js';
import { caseFigures, type CaseFigures, type ReportRun } from '../report/index.js';
import { requirePngRenderer } from './png-renderer.js';
import { readReportTemplate } from './report-template.js';
import { writeFilesOnce } from './write-files.js';
import { type FolderFile, type WrittenFile } from './write-text.js';

/** Folder of the figures inside a case. */
export const FIGURES_FOLDER = 'figures';

/** Figures as files of a case, with what there is none of. */
export interface FigureFiles extends Omit<CaseFigures, 'figures'> {
  readonly files: readonly FolderFile[];
}

/**
 * The figures of a case as files of its folder: figures/C001-flow.svg and so on, of the strongest leads or of those asked for.
 * @throws UsageError as `caseFigures`, InputError `report-template`
 */
export async function figureFiles(
  document: CaseDocument,
  run: ReportRun,
  options: { readonly leads?: readonly string[] } = {},
): Promise<FigureFiles> {
  const { figures, ...rest } = caseFigures(document, run, await readReportTemplate(), options);
  return {
    ...rest,
    files: figures.map(({ name, svg }) => ({ name: `${FIGURES_FOLDER}/${name}.svg`, chunks: [svg] })),
  };
}

/** What {@link writeFigures} writes. */
export interface WriteFiguresOptions {
  /** Default: the strongest leads. */
  readonly leads?: readonly string[];
  /** Whether each figure is written as PNG too, by the optional package `@resvg/resvg-js`. Default false. */
  readonly png?: boolean;
}

/** What {@link writeFigures} wrote. */
export interface WrittenFigures extends Omit<CaseFigures, 'figures'> {
  readonly written: readonly WrittenFile[];
  /** Figures that were there already, to the byte. */
  readonly kept: number;
}

/**
 * Writes the figures of a case into a folder, which may hold them already: SVG first, so that they are there where PNG cannot be made.
 * SVG of the same case is the same to the byte; PNG also depends on the fonts of the machine, so that one that is there is left.
 *
 * @throws UsageError as `caseFigures`; `output-in-use` where another file has the name of a figure
 * @throws InputError `report-template`, `output-unwritable`; `png-renderer` where the package for PNG is not installed
 */
export async function writeFigures(
  folder: string,
  document: CaseDocument,
  run: ReportRun,
  { png = false, ...options }: WriteFiguresOptions = {},
): Promise<WrittenFigures> {
  const { figures, ...rest } = caseFigures(document, run, await readReportTemplate(), options);
  const svg = await writeFilesOnce(
    folder,
    figures.map((figure) => ({ name: `${figure.name}.svg`, chunks: [figure.svg] })),
  );
  if (!png) return { ...rest, ...svg };
  const toPng = await requirePngRenderer();
  const pictures = await writeFilesOnce(
    folder,
    figures.map((figure) => ({ name: `${figure.name}.png`, chunks: pngOf(toPng, figure.svg) })),
    { anyBytes: true },
  );
  return { ...rest, written: [...svg.written, ...pictures.written], kept: svg.kept + pictures.kept };
}

/** Made when it is written, so that one picture at a time is in memory. */
function* pngOf(toPng: (svg: string) => Uint8Array, svg: string): Generator<Uint8Array, void> {
  yield toPng(svg);
}
