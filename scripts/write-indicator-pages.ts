// Writes docs/indicators/*.md from the registry of detectors; a test fails when they differ.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { INDICATOR_FOLDER, indicatorPages } from './indicator-pages/pages.js';

const pages = await indicatorPages();
mkdirSync(INDICATOR_FOLDER, { recursive: true });
for (const name of readdirSync(INDICATOR_FOLDER)) if (!pages.has(name)) rmSync(resolve(INDICATOR_FOLDER, name));
for (const [name, text] of pages) writeFileSync(resolve(INDICATOR_FOLDER, name), text);
