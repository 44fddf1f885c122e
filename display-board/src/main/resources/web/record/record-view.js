// @ts-check
/**
 * What the page of the recordings shows.
 *
 * @typedef {{problem: import("/lib/api.js").HubProblem} | {key: string, words?: string}} Note
 *
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {{displayName: string} | null | undefined} person null when signed out, undefined until the hub said
 * @property {boolean} canRecord whether the browser lets this page have the microphone
 * @property {import("/voice/speech.js").Settings | null} settings
 * @property {Record<string, import("/voice/speech.js").Manifest>} manifests by language
 * @property {string} pack the language that is shown
 * @property {string | null} recording the clip that is being recorded
 * @property {boolean} busy
 * @property {string} heard what was said last
 * @property {Note | null} note
 *
 * @typedef {object} Acts
 * @property {(pack: string) => void} choose
 * @property {(clip: string) => void} forget
 * @property {(event: SubmitEvent) => void} hear
 * @property {(clip: string) => void} hearClip
 * @property {() => void} otherLanguage
 * @property {(clip: string) => void} record
 * @property {(event: SubmitEvent) => void} signIn
 * @property {() => void} signOut
 * @property {() => void} stop
 * @property {(clip: string, recording: File) => void} take
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { signInForm } from "/lib/staff-view.js";

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function view(page, acts) {
  const { person, w } = page;
  return html`<div class="screen">
    <header class="top">
      <span class="wordmark">Lượt</span>
      ${person ? html`<h1>${w("title")}</h1>` : html`<span>${w("title")}</span>`}
      <span class="who">${person?.displayName ?? nothing}</span>
      <button class="button quiet" @click=${acts.otherLanguage}>${w("language")}</button>
      ${person ? html`<button class="button quiet" @click=${acts.signOut}>${w("sign-out")}</button>` : nothing}
    </header>
    <main>
      ${person === undefined ? html`<p class="lead" role="status">${w("connecting")}</p>` : nothing}
      ${person === null ? signInForm(w, page.busy, acts.signIn, noteOf(page)) : nothing} ${person ? studio(page, acts) : nothing}
    </main>
  </div>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function studio(page, acts) {
  const { w, manifests, pack, settings } = page;
  return html`
    <nav class="packs" aria-label=${w("packs")}>
      ${Object.values(manifests).map(
        ({ language, name }) => html`<button
          class="button"
          aria-pressed=${language === pack ? "true" : "false"}
          @click=${() => acts.choose(language)}
        >
          ${name ?? language}
        </button>`,
      )}
    </nav>
    ${hearing(page, acts)}
    <div class="notes" role="status">${noteOf(page)}</div>
    ${page.canRecord ? nothing : html`<p class="banner calm">${w("insecure")}</p>`}
    <ol class="clips">
      ${inOrder(manifests[pack]).map((clip) =>
        clipRow(page, acts, clip, manifests[pack].clips[clip].text, !!settings?.recorded?.[pack]?.[clip]),
      )}
    </ol>
  `;
}

/**
 * The words of the sentence first: they are heard with every call.
 *
 * @param {import("/voice/speech.js").Manifest} manifest
 */
function inOrder({ announcement, clips }) {
  return [...new Set([...announcement.map(String), ...Object.keys(clips)])].filter((clip) => clip in clips);
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function hearing({ w, busy, heard }, acts) {
  return html`<form class="card hear" @submit=${acts.hear}>
    <label>${w("number")}<input name="number" value="A025" maxlength="8" required /></label>
    <label>${w("counter")}<input name="counter" type="number" min="1" max="99" value="3" required /></label>
    <button class="button primary" ?disabled=${busy}>${w("hear")}</button>
    <p class="heard" aria-live="polite">${heard || w("hear-hint")}</p>
  </form>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 * @param {string} clip
 * @param {string} text
 * @param {boolean} own
 */
function clipRow({ w, busy, recording, canRecord }, acts, clip, text, own) {
  const isRecording = recording === clip;
  return html`<li class=${isRecording ? "recording" : ""} data-clip=${clip}>
    <span class="words">${text}</span>
    ${own ? html`<span class="chip done">${w("own")}</span>` : html`<span class="chip">${w("shipped")}</span>`}
    <span class="acts">
      <button class="button" aria-label=${w("play-words", { words: text })} ?disabled=${busy || !!recording} @click=${() => acts.hearClip(clip)}>
        ${w("play")}
      </button>
      ${isRecording
        ? html`<button class="button primary" @click=${acts.stop}>${w("stop")}</button>`
        : html`<button
            class="button"
            aria-label=${w("record-words", { words: text })}
            ?disabled=${busy || !!recording || !canRecord}
            @click=${() => acts.record(clip)}
          >
            ${w("record")}
          </button>`}
      <label class="button ${busy || recording ? "off" : ""}">
        ${w("file")}
        <input
          class="only-heard"
          type="file"
          accept="audio/*"
          aria-label=${w("file-words", { words: text })}
          ?disabled=${busy || !!recording}
          @change=${(/** @type {any} */ event) => {
            const [chosen] = event.target.files;
            event.target.value = "";
            if (chosen) acts.take(clip, chosen);
          }}
        />
      </label>
      ${own
        ? html`<button class="button quiet" aria-label=${w("forget-words", { words: text })} ?disabled=${busy || !!recording} @click=${() => acts.forget(clip)}>
            ${w("forget")}
          </button>`
        : nothing}
    </span>
  </li>`;
}

/** @param {Page} page */
function noteOf({ note, language, w }) {
  if (!note) return nothing;
  if ("problem" in note) return html`<p class="note warn" role="alert">${note.problem.words(language)}</p>`;
  return html`<p class="note ${note.key === "kept" ? "calm" : "warn"}">${w(`note.${note.key}`, { words: note.words ?? "" })}</p>`;
}
