import type { FeatureCollection } from 'geojson';
import type { Topology } from 'topojson-specification';
import { UsageError } from '../../foundation/index.js';
import { outlinesOf } from './map-geometry.js';

/** What maps are drawn from. */
export interface Geography {
  readonly outlines: FeatureCollection;
}

/**
 * Outlines of countries from the template of the page, which holds them: the package has them once.
 * @throws UsageError `template` where it holds none
 */
export function readGeography(template: string): Geography {
  return {
    outlines: outlinesOf(dataOf(template, 'world-data') as Topology),
  };
}

function dataOf(template: string, id: string): unknown {
  const start = `<script type="application/json" id="${id}">`;
  const from = template.indexOf(start);
  const text = template.slice(from + start.length, template.indexOf('</script>', from));
  if (from < 0) throw new UsageError('template', `Expected a report template with ${id} but received another text`);
  return JSON.parse(text);
}
