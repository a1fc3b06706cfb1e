// Builds dist/report-template.html: client and styles in one page that needs no network, under a policy of hashes.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const client = join(root, 'src/report/client');
const load = createRequire(import.meta.url);
const STYLES = ['tokens.css', 'page.css', 'pictures.css', 'trace.css', 'narrow.css'];
/** The same text as in src/report/render-report.ts; a test holds them to each other. */
const MARKER = '{"illicit-flows":"report-data"}';

/** Writes the template and the notices of what is bundled; returns the path of the template. */
export async function buildReport(out = join(root, 'dist/report-template.html')) {
  const script = await bundle({ entryPoints: [join(client, 'main.ts')] });
  const style = await bundle({
    stdin: { contents: STYLES.map((name) => `@import './${name}';`).join('\n'), resolveDir: client, loader: 'css' },
  });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, page(script.code, style.code));
  writeFileSync(join(dirname(out), 'report-notices.txt'), notices());
  return out;
}

async function bundle(options) {
  const { outputFiles } = await build({
    ...options,
    bundle: true,
    minify: true,
    write: false,
    outdir: root,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
    logLevel: 'warning',
  });
  return { code: outputFiles[0].text.trim() };
}

function page(script, style) {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const data = (id, value) => `<script type="application/json" id="${id}">${value.replaceAll('<', '\\u003c')}</script>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>Case report: leads, not proof</title>
<style>${style}</style>
</head>
<body>
<noscript><p>This page draws its pictures with a script, and scripts are off. The same report in words is in report.md in this folder. A lead is not proof.</p></noscript>
${data('world-data', JSON.stringify(outlines()))}
${data('report-data', MARKER)}
<script>${script}</script>
</body>
</html>
`;
}

function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Outlines of countries by numeric code, without names; Antarctica, of no use on a map of money, is left out. */
function outlines() {
  const atlas = JSON.parse(readFileSync(load.resolve('world-atlas/countries-110m.json'), 'utf8'));
  const geometries = atlas.objects.countries.geometries
    .filter(({ id }) => id !== '010')
    .map(({ type, id, arcs }) => ({ type, id, arcs }));
  const used = new Set(geometries.flatMap((one) => one.arcs.flat(Infinity)).map((arc) => (arc < 0 ? ~arc : arc)));
  const arcs = atlas.arcs.map((arc, i) => (used.has(i) ? arc : []));
  return { ...atlas, arcs, objects: { countries: { type: 'GeometryCollection', geometries } } };
}

/** Licences of what the template holds. */
function notices() {
  return ['d3-geo', 'd3-array', 'internmap', 'topojson-client', 'world-atlas']
    .map((name) => `${name}\n\n${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8')}`)
    .join('\n\n----\n\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${await buildReport(process.argv[2])}\n`);
}
