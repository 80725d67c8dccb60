/**
 * What a column of consent calls a yes, in nine languages. Each different text of a file is judged once. All else is a no, empty
 * cells too: nobody is written to because a word was not understood.
 */
const YES =
  /^(y|yes|true|t|1|1\.0|x|✓|✔|☑|ok|on|ja|oui|sí|si|sim|ya|có|đồng ý|đã đồng ý|đã đăng ký|是|同意|已同意|接受|已订阅|はい|許可|許可する|購読中|同意する)$/u;
const GIVEN =
  /^(subscribed|confirmed|accepted|agreed|granted|allowed|active|consent(ed|s)?( given)?|(single|double|confirmed)?[ _-]*opt(ed)?[ _-]?in|angemeldet|abonniert|eingewilligt|erteilt|zugestimmt|inscrite?|abonnée?|acceptée?|suscrito|inscrito|aceptado|aceito|autorizado|setuju|berlangganan)\b/u;

export function givesConsent(text: string): boolean {
  const plain = text.trim().toLowerCase().normalize('NFC');
  return YES.test(plain) || GIVEN.test(plain);
}
