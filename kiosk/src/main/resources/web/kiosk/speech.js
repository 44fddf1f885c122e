// @ts-check
/**
 * Reads screens out, where this computer has a voice for the language. It often has none for Vietnamese: then nothing is
 * offered, because an English voice that reads Vietnamese helps nobody.
 */

/**
 * The voice for a language: one that needs no network before others.
 *
 * @param {{lang: string, localService: boolean}[]} voices
 * @param {import("/lib/words.js").Language} language
 */
export function voiceFor(voices, language) {
  const own = voices.filter(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
  return own.find(({ localService }) => localService) ?? own[0] ?? null;
}

/** @param {import("/lib/words.js").Language} language */
export function speaks(language) {
  return "speechSynthesis" in globalThis && voiceFor(speechSynthesis.getVoices(), language) !== null;
}

/** Says this and nothing else. @param {string[]} sentences @param {import("/lib/words.js").Language} language */
export function say(sentences, language) {
  hush();
  const voice = voiceFor(speechSynthesis.getVoices(), language);
  if (!voice) return;
  for (const sentence of sentences) {
    const utterance = new SpeechSynthesisUtterance(sentence.replace(/\s+/g, " ").trim());
    utterance.voice = /** @type {SpeechSynthesisVoice} */ (voice);
    utterance.lang = voice.lang;
    utterance.rate = 0.9;
    speechSynthesis.speak(utterance);
  }
}

export function hush() {
  globalThis.speechSynthesis?.cancel();
}
