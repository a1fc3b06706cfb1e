import { ROUTE_RECORDS } from './bibliography-routes.js';
import { type Citation } from './citation.js';

/** Every published source that a detector or a default leans on. One line per source; keys are stable. */
export const BIBLIOGRAPHY: readonly Citation[] = [
  {
    key: 'choice',
    title: 'Default of this library; no source gives a number. Reviewed against ordinary life, not against crime.',
    grade: 'choice',
  },
  {
    key: 'kumar-calders-2018',
    title: 'R. Kumar, T. Calders: 2SCENT, an efficient algorithm to enumerate all simple temporal cycles. PVLDB 11(11)',
    grade: 'secondary',
  },
  {
    key: 'blanusa-2022',
    title:
      'J. Blanusa, P. Ienne, K. Atasu: Scalable fine-grained parallel cycle enumeration algorithms. arXiv 2202.09685',
    grade: 'secondary',
  },
  {
    key: 'blanusa-2024',
    title:
      'J. Blanusa et al.: Graph Feature Preprocessor, real-time subgraph-based feature extraction. arXiv 2402.08593',
    grade: 'secondary',
  },
  {
    key: 'altman-2023',
    title:
      'E. Altman et al.: Realistic synthetic financial transactions for anti-money laundering models. arXiv 2306.16424',
    grade: 'secondary',
  },
  {
    key: 'amlsim',
    title: 'IBM AMLSim: multi-agent simulator of transactions with planted patterns. github.com/IBM/AMLSim',
    grade: 'secondary',
  },
  {
    key: 'FIN-2014-A005',
    title: 'FinCEN advisory FIN-2014-A005 on funnel accounts, 28 May 2014, as summarised by law firms',
    grade: 'press',
  },
  {
    key: 'FIN-2014-A008',
    title: 'FinCEN advisory FIN-2014-A008 on human smuggling and trafficking, September 2014, as summarised',
    grade: 'press',
  },
  {
    key: 'FIN-2023-Alert001',
    title:
      'FinCEN alert FIN-2023-Alert001 on human smuggling along the southwest border, 13 January 2023, as summarised',
    grade: 'press',
  },
  {
    key: 'funnel-red-flags-2016',
    title: 'Funnel-account red flags, 2016: withdrawn or wired within two days; high deposits, low balances',
    grade: 'secondary',
  },
  {
    key: 'arizona-funnel-2014',
    title: 'Report on 123 Arizona accounts, azcentral.com, 15 August 2014: 97.3 % of the money had passed on',
    grade: 'press',
  },
  {
    key: 'tucson-funnel-2019',
    title: 'Report on 22 funnel accounts, Arizona Daily Star, March 2019',
    grade: 'press',
  },
  {
    key: 'texas-straw-2025',
    title: 'US Attorney, Southern District of Texas, January 2025: proceeds passed on as work payments',
    grade: 'official',
  },
  {
    key: 'austrac-split-deposits',
    title: 'AUSTRAC case page: third-party cash deposits and transfers abroad, each under A$10,000',
    grade: 'official',
  },
  {
    key: 'threshold-overview',
    title: 'Overview of cash reporting thresholds by country, alessa.com',
    grade: 'press',
  },
  {
    key: 'canada-eft',
    title: 'FinCEN study of cross-border electronic transfers, appendix E, on Canada, copy',
    grade: 'press',
  },
  {
    key: 'austrac-multiple-cash',
    title: 'AUSTRAC guidance on multiple cash transactions, austrac.gov.au',
    grade: 'official',
  },
  {
    key: 'FIN-2025-Alert003',
    title: 'Accounts of FinCEN FIN-2025-Alert003 on cross-border funds transfers, November 2025',
    grade: 'press',
  },
  {
    key: 'us-gto-2025',
    title: 'Federal Register, 14 March 2025, document 2025-04099: geographic targeting order',
    grade: 'official',
  },
  {
    key: 'us-gto-2026',
    title: 'US geographic targeting order of 2026, bankingjournal.aba.com, 10 March 2026',
    grade: 'press',
  },
  {
    key: 'eu-cash-control',
    title: 'Reports on the control of cash at the borders of the European Union',
    grade: 'press',
  },
  {
    key: 'eu-aml-package-2024',
    title: 'Reports on the anti-money-laundering package of the European Union, 2024',
    grade: 'press',
  },
  {
    key: 'mexico-usd-2014',
    title: 'Report on funnel accounts and the US-dollar limits of Mexico, 13 June 2014',
    grade: 'press',
  },
  {
    key: 'fatf-2022-guarantee',
    title:
      'FATF 2022 on migrant smuggling as reported: relatives pay a value-transfer office, which releases on proof of arrival',
    grade: 'secondary',
  },
  {
    key: 'cps-third-party',
    title:
      'Crown Prosecution Service, cps.gov.uk: keeps the money and pays out when the journey is complete, commission',
    grade: 'official',
  },
  {
    key: 'iom-2016-guarantee',
    title: 'IOM, Migrant Smuggling Data and Research, 2016, pages 183-184: third-party against direct guarantee',
    grade: 'official',
  },
  {
    key: 'reuters-2021-release',
    title: 'Reuters through sightmagazine.com.au, December 2021: money is released by message, in instalments',
    grade: 'press',
  },
  {
    key: 'koser-2008',
    title: 'K. Koser, 2008, on why migrant smuggling pays, abstract',
    grade: 'official',
  },
  {
    key: 'texas-fee-2025',
    title: 'US Attorney, Southern District of Texas, January 2025: about USD 8,000, of it 3,000 before and 5,000 after',
    grade: 'official',
  },
  {
    key: 'arizona-2008',
    title:
      'Arizona Republic, 13 July 2008: part of the fee up front, the balance wired later; accounts that are quickly closed',
    grade: 'press',
  },
  {
    key: 'unodc-osom-2022',
    title: 'UNODC Observatory on Smuggling of Migrants, key findings, March 2022: cash before each leg of a journey',
    grade: 'official',
  },
  {
    key: 'fatf-hawala-2013',
    title: 'FATF 2013 on hawala and similar providers, summary: settlement by trade, in cash, or net over long periods',
    grade: 'official',
  },
  {
    key: 'spain-2025',
    title: 'Reports on a case in Spain, January 2025: money taken anywhere is handed out in cash against crypto',
    grade: 'press',
  },
  {
    key: 'fincen-p2p-trend',
    title: 'FinCEN trend analysis as cited in a public repository: cash out under the threshold at several branches',
    grade: 'secondary',
  },
  {
    key: 'austrac-branches',
    title: 'AUSTRAC case pages: large withdrawals at three branches in one day, at other branches on other days',
    grade: 'official',
  },
  {
    key: 'austrac-third-party',
    title: 'AUSTRAC case pages: transfers from one person to several third-party accounts, labelled as gifts',
    grade: 'official',
  },
  {
    key: 'remote-cash-2015',
    title: 'Report of 21 January 2015: accounts opened with little money, then filled with cash from far away',
    grade: 'secondary',
  },
  {
    key: 'refunds-2024',
    title: 'Reports of 25 December 2024 on an agency account: tuition paid, nobody joins, the fee is handed back',
    grade: 'press',
  },
  {
    key: 'fatf-2022-charter',
    title: 'FATF 2022 on migrant smuggling as cited: charter flights with odd amounts and unexplained refunds',
    grade: 'secondary',
  },
  {
    key: 'belarus-route-2022',
    title: 'Report of 2022 on the route over Belarus: informal value transfer and crypto, polskieradio.pl',
    grade: 'press',
  },
  {
    key: 'arizona-vehicles-2008',
    title: 'AP, 25 May 2008: ten people in a vehicle, fifty in a house; what each brings in',
    grade: 'press',
  },
  {
    key: 'small-boats-2024',
    title: 'On GI-TOC, Small Boats, Big Business, February 2024: about fifty people in a boat',
    grade: 'press',
  },
  {
    key: 'arizona-seizures-2006',
    title: 'East Valley Tribune, 21 September 2006: court-approved seizures looked at transfers of USD 500 and more',
    grade: 'press',
  },
  {
    key: 'further-demands',
    title: 'Report in thedailystar.net on an agreed fee that is followed by further demands under violence',
    grade: 'press',
  },
  {
    key: 'repeated-demands',
    title: 'Report in egyptindependent.com on repeated demands of the same size',
    grade: 'press',
  },
  {
    key: 'legs-paid-separately',
    title: 'IOM dashboard on the Eastern route, December 2018: legs are paid one by one, in cash',
    grade: 'press',
  },
  {
    key: 'debt-to-trafficking',
    title: 'FIN-2023-Alert001 as cited in a public repository: an unpaid debt for a journey can turn into trafficking',
    grade: 'secondary',
  },
  ...ROUTE_RECORDS,
];
