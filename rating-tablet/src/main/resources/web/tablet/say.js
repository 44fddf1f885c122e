// @ts-check
/** Says a sentence with the machine's own voice; tablets have one for Vietnamese, and some for nothing. */

/**
 * The voice of a language, one of the machine's own before one from afar.
 *
 * @template {{lang: string, localService: boolean}} T
 * @param {T[]} voices
 * @param {string} language
 * @returns {T | undefined}
 */
export function voiceOf(voices, language) {
  const own = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  return own.find(({ localService }) => localService) ?? own[0];
}

/**
 * What is still being said is left out for it; a machine without a voice of the language says nothing.
 *
 * @param {string} words
 * @param {string} language
 */
export function say(words, language) {
  if (!("speechSynthesis" in window)) return;
  const voice = voiceOf(speechSynthesis.getVoices(), language);
  if (!voice) return;
  const saying = new SpeechSynthesisUtterance(words);
  saying.voice = voice;
  saying.lang = voice.lang;
  speechSynthesis.cancel();
  speechSynthesis.speak(saying);
}
