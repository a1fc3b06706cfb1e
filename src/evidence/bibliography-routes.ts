import { type Citation } from './citation.js';

/** Sources of the ways along which journeys go; part of the bibliography. */
export const ROUTE_RECORDS: readonly Citation[] = [
  {
    key: 'routes-overview',
    title: 'Ways usually named in published reports on migrant smuggling; no single source noted, order reviewed by us',
    grade: 'choice',
  },
  {
    key: 'unodc-central-mediterranean-2024',
    title: 'UNODC, 17 October 2024, unodc.org: departures and sea leg of the central Mediterranean in 2023',
    grade: 'official',
  },
  {
    key: 'western-balkans-2021',
    title: 'On the GI-TOC study of the Western Balkans, 10 May 2021: Greek, Bosnian and Serbian borders',
    grade: 'press',
  },
  {
    key: 'unodc-west-africa',
    title: 'UNODC story map, storymaps.arcgis.com: the way from West Africa to the Canary Islands',
    grade: 'official',
  },
  {
    key: 'spain-route-2023',
    title: 'Reports of 2023 on the way from Syria over Sudan, Libya and Algeria to Spain and on to northern Europe',
    grade: 'press',
  },
  {
    key: 'horn-east-2024',
    title: 'The Economist through livemint.com, 15 August 2024: arrivals in Yemen from the Horn of Africa',
    grade: 'press',
  },
];
