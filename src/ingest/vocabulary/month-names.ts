/**
 * Months in the languages of the corridors, January first: full names (nominative, genitive) and usual abbreviations.
 * All are months of the Gregorian calendar; names of the Solar Hijri and the Islamic calendar are not among them.
 */
export const MONTH_NAMES: readonly (readonly [language: string, months: readonly (readonly string[])[]])[] = [
  table(
    'English',
    'January Jan | February Feb | March Mar | April Apr | May | June Jun | July Jul | August Aug | September Sep Sept | October Oct | November Nov | December Dec',
  ),
  table(
    'German',
    'Januar Jän Jänner Jan | Februar Feber Feb | März Mär Mrz Maerz | April Apr | Mai | Juni Jun | Juli Jul | August Aug | September Sep Sept | Oktober Okt | November Nov | Dezember Dez',
  ),
  table(
    'French',
    'janvier janv jan | février févr fév | mars | avril avr | mai | juin | juillet juil | août | septembre sept | octobre oct | novembre nov | décembre déc',
  ),
  table(
    'Spanish',
    'enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago | septiembre setiembre sep set sept | octubre oct | noviembre nov | diciembre dic',
  ),
  table(
    'Italian',
    'gennaio gen | febbraio feb | marzo mar | aprile apr | maggio mag | giugno giu | luglio lug | agosto ago | settembre set sett | ottobre ott | novembre nov | dicembre dic',
  ),
  table(
    'Greek',
    'Ιανουάριος Ιανουαρίου Ιαν | Φεβρουάριος Φεβρουαρίου Φεβ | Μάρτιος Μαρτίου Μαρ Μάρ | Απρίλιος Απριλίου Απρ | Μάιος Μαΐου Μάι Μαΐ | Ιούνιος Ιουνίου Ιούν Ιουν | Ιούλιος Ιουλίου Ιούλ Ιουλ | Αύγουστος Αυγούστου Αύγ Αυγ | Σεπτέμβριος Σεπτεμβρίου Σεπ Σεπτ | Οκτώβριος Οκτωβρίου Οκτ | Νοέμβριος Νοεμβρίου Νοέ Νοε | Δεκέμβριος Δεκεμβρίου Δεκ',
  ),
  table(
    'Turkish',
    'Ocak Oca | Şubat Şub | Mart Mar | Nisan Nis | Mayıs May | Haziran Haz | Temmuz Tem | Ağustos Ağu | Eylül Eyl | Ekim Eki | Kasım Kas | Aralık Ara',
  ),
  table(
    'Serbian',
    'januar januara jan јануар јануара јан | februar februara feb фебруар фебруара феб | mart marta mar март марта мар | april aprila apr април априла апр | maj maja мај маја | jun juna јун јуна | jul jula јул јула | avgust avgusta avg август августа авг | septembar septembra sep септембар септембра сеп | oktobar oktobra okt октобар октобра окт | novembar novembra nov новембар новембра нов | decembar decembra dec децембар децембра дец',
  ),
  table(
    'Polish',
    'styczeń stycznia sty | luty lutego lut | marzec marca mar | kwiecień kwietnia kwi | maj maja | czerwiec czerwca cze | lipiec lipca lip | sierpień sierpnia sie | wrzesień września wrz | październik października paź | listopad listopada lis | grudzień grudnia gru',
  ),
  table(
    'Russian',
    'январь января янв | февраль февраля фев февр | март марта мар | апрель апреля апр | май мая | июнь июня июн | июль июля июл | август августа авг | сентябрь сентября сен сент | октябрь октября окт | ноябрь ноября ноя нояб | декабрь декабря дек',
  ),
  table(
    'Ukrainian',
    'січень січня січ | лютий лютого лют | березень березня бер | квітень квітня кві квіт | травень травня тра трав | червень червня чер черв | липень липня лип | серпень серпня сер серп | вересень вересня вер | жовтень жовтня жов жовт | листопад листопада лис | грудень грудня гру груд',
  ),
  table(
    'Arabic',
    'يناير كانون_الثاني جانفي | فبراير شباط فيفري | مارس آذار | أبريل إبريل نيسان أفريل | مايو أيار ماي | يونيو يونيه حزيران جوان | يوليو يوليه تموز جويلية | أغسطس آب أوت | سبتمبر أيلول | أكتوبر تشرين_الأول | نوفمبر تشرين_الثاني | ديسمبر كانون_الأول',
  ),
  table(
    'Persian',
    'ژانویه | فوریه | مارس | آوریل | مه می | ژوئن | ژوئیه جولای | اوت آگوست | سپتامبر | اکتبر | نوامبر | دسامبر',
  ),
];

const NUMBERS = new Map(
  MONTH_NAMES.flatMap(([, months]) =>
    months.flatMap((names, i) => names.map((name) => [foldMonth(name), i + 1] as const)),
  ),
);

/** Number of a month, 1-12, by its name in any of the languages; 0 if it is none. Case, accents and hamza do not matter. */
export function monthNumber(name: string): number {
  return NUMBERS.get(foldMonth(name)) ?? 0;
}

/** Small letters without marks, and one letter for those that differ by keyboard. */
export function foldMonth(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ς', 'σ')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک');
}

function table(language: string, months: string): readonly [string, readonly (readonly string[])[]] {
  return [language, months.split(' | ').map((names) => names.split(' ').map((name) => name.replace('_', ' ')))];
}
