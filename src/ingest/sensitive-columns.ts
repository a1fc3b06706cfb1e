/** Whole words that name what a person is, not what a person pays. Lower case, in several languages. */
const WORDS = new Set([
  ...['race', 'religion', 'ethnicity', 'caste', 'tribe', 'creed', 'faith', 'clan', 'visa'],
  ...['raza', 'etnia', 'casta', 'tribu', 'razza', 'origem', 'raça', 'etnie', 'rasse', 'stamm', 'kaste', 'ethnie'],
  ...['irk', 'din', 'mezhep', 'uyruk', 'agama', 'suku', 'dini', 'kabila'],
  ...['раса', 'религия', 'племя', 'الدين', 'العرق', 'القبيلة', '国籍', '民族', '宗教', '种族'],
]);

/** Stems long enough to be looked for anywhere in the name, blanks and marks removed. */
const STEMS = [
  ...['nationalit', 'religio', 'ethnic', 'citizenship', 'immigrationstatus', 'visastatus', 'residencepermit'],
  ...['asylum', 'refugee', 'migrationstatus', 'migrantstatus', 'residencystatus', 'tribal', 'racial', 'denomination'],
  ...['staatsangehörig', 'staatsangehoerig', 'staatsbürger', 'staatsbuerger', 'konfession', 'aufenthaltsstatus'],
  ...[
    'nacionalid',
    'nazionalit',
    'cittadinanza',
    'ciudadan',
    'cidadania',
    'citoyennet',
    'confession',
    'étnic',
    'etnisch',
  ],
  ...['vatandaşlık', 'vatandaslik', 'etnik', 'kewarganegaraan', 'uraia', 'гражданств', 'национальност', 'этнич'],
  ...['вероисповед', 'الجنسية', 'جنسیت', 'शहरियत', 'नागरिकता', 'धर्म', 'जाति', '在留资格', '签证'],
];

/**
 * Whether a header names a column about nationality, religion, ethnicity, race, immigration status, citizenship, visa,
 * tribe or caste. Such a column is never read. A country where money was paid in or out is not one of them.
 *
 * Not claimed: completeness. A column under another name, or one that stands in for these, is not noticed.
 */
export function isSensitiveColumn(header: string): boolean {
  const spaced = header
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
  const words = spaced.split(/[^\p{L}\p{M}\p{N}]+/u);
  if (words.some((word) => WORDS.has(word))) return true;
  const joined = words.join('');
  return STEMS.some((stem) => joined.includes(stem));
}
