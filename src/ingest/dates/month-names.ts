/**
 * January to December as exports write them in Spanish, Portuguese, German, French, Italian, Indonesian, Malay, Scandinavian languages, Russian,
 * Turkish, Greek, Arabic and Thai. Polish and Croatian are left: lipiec is July and lipanj June, and listopad is two months.
 */
const MONTHS = [
  'januari januar jänner janvier janeiro enero janv jän jan ene gennaio gen января январь янв ocak oca ιανουαρίου ιαν يناير มกราคม ม.ค',
  'februari februar février fevrier fevereiro febrero févr fevr fév feb fev febbraio februarie февраля февраль фев şubat şub φεβρουαρίου φεβ فبراير กุมภาพันธ์ ก.พ',
  'märz maerz mars março marco marzo maret mär mrz mar marts mac марта март мар mart μαρτίου μαρ مارس มีนาคม มี.ค',
  'april avril abril avr apr abr aprile апреля апрель апр nisan nis απριλίου απρ أبريل ابريل เมษายน เม.ย',
  'mayo maio mai mei may maggio mag maj мая май mayıs μαΐου μαΐ مايو พฤษภาคม พ.ค',
  'juni juin junho junio jun giugno giu июня июнь июн haziran haz ιουνίου ιουν يونيو มิถุนายน มิ.ย',
  'juli juillet julho julio juil jul luglio lug julai июля июль июл temmuz tem ιουλίου ιουλ يوليو กรกฎาคม ก.ค',
  'august août aout agosto agustus agu ago aug augusti ogos ogo августа август авг ağustos ağu αυγούστου αυγ أغسطس اغسطس สิงหาคม ส.ค',
  'september septembre setembro septiembre setiembre sept sep set settembre сентября сентябрь сент сен eylül eyl σεπτεμβρίου σεπ سبتمبر กันยายน ก.ย',
  'oktober octobre outubro octubre okt oct out ottobre ott октября октябрь окт ekim eki οκτωβρίου οκτ أكتوبر اكتوبر ตุลาคม ต.ค',
  'november novembre novembro noviembre nov nop ноября ноябрь нояб ноя kasım kas νοεμβρίου νοε نوفمبر พฤศจิกายน พ.ย',
  'dezember décembre decembre dezembro diciembre desember déc dez dic des dec dicembre disember dis декабря декабрь дек aralık ara δεκεμβρίου δεκ ديسمبر ธันวาคม ธ.ค',
].map((names) => names.split(' '));
const ENGLISH = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const WEEKDAYS = [
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim',
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo|mié|jue|vie|sáb|dom',
  'segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|seg|ter|qua|qui|sex',
  'senin|selasa|rabu|kamis|jumat|sabtu|minggu',
  'thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|chủ nhật',
].join('|');

/** What stands for the same in English: a text of the file, in small letters, and what it is read as. */
export type ForeignWord = readonly [text: string, as: string];

const places = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, ENGLISH[at]!] as const)));
/** Longer names first, so that none is taken for its own beginning. */
const NAME = [...places.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('.', '\\.');
const WEEKDAY = new RegExp(`^(?:${WEEKDAYS})\\.?,? +(?=9|${NAME})`);
const BETWEEN = new RegExp(
  `(?<=9)(?:er|º|°)?(?:\\. ?|[-/]| )(?:de )?(?<name>${NAME})(?:\\.(?= |-|/|9))?(?:[-/]|,? )(?:de |del )?(?=9)`,
);
const FIRST = new RegExp(`^(?<name>${NAME})\\.? (?=9)`);
/**
 * A shape (digits as 9) with its foreign names of months as English ones, and which words were replaced; null where it has
 * none. "99. märz 9999" is "99-mar-9999".
 */
export function inEnglish(shape: string): { shape: string; words: ForeignWord[] } | null {
  const words: ForeignWord[] = [];
  let read = shape.toLowerCase();
  const replace = (text: string, as: string) => {
    words.push([text, as]);
    read = read.replace(text, as);
  };
  const weekday = WEEKDAY.exec(read)?.[0];
  if (weekday) replace(weekday, '');
  const found = BETWEEN.exec(read) ?? FIRST.exec(read);
  const month = places.get(found?.groups?.name ?? '');
  if (!found || month === undefined) return null;
  replace(found[0], found.index === 0 ? `${month} ` : `-${month}-`);
  return { shape: read, words };
}

const FULL = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The month, 1 to 12, that a name means in one of these languages, in small letters and without a dot; null for other words. */
export function monthNamed(name: string): number | null {
  const english = places.get(name) ?? (name === 'sept' ? 'sep' : name.slice(0, 3));
  const isEnglish = places.has(name) || ENGLISH.includes(name) || FULL.includes(name) || name === 'sept';
  const at = ENGLISH.indexOf(english);
  return isEnglish && at >= 0 ? at + 1 : null;
}
