import type * as Renderer from '@resvg/resvg-js';
import { InputError } from '../foundation/index.js';

/** Twice the width of a figure: 200 dots per inch on a page of A4 across. */
const PNG_WIDTH = 2400;

/**
 * Draws SVG as PNG by the package `@resvg/resvg-js`, which is an optional peer: it is not installed with this one.
 * @throws InputError `png-renderer` where it is missing
 */
export async function requirePngRenderer(
  load: () => Promise<typeof Renderer> = () => import('@resvg/resvg-js'),
): Promise<(svg: string) => Uint8Array> {
  const { Resvg } = await load().catch((cause: unknown) => {
    throw new InputError(
      'png-renderer',
      'Expected the package @resvg/resvg-js for PNG but it is not installed: npm install @resvg/resvg-js@2.6.2; the SVG files were written',
      { cause },
    );
  });
  return (svg) => new Resvg(svg, { fitTo: { mode: 'width', value: PNG_WIDTH } }).render().asPng();
}
