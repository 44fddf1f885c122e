// @ts-check
/** The ticket's template in the plan's form, and the paper it makes beside it. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";
import { moved } from "./plan-draft.js";
import { choice, foldable, more, remove, text, wrongAt } from "./plan-inputs.js";
import { FIELDS, paper, WHENS } from "./ticket-paper.js";

/**
 * @typedef {import("./plan-inputs.js").Form} Form
 * @typedef {import("./ticket-paper.js").Line} Line
 */

const CONTENTS = ["TEXT", "NUMBER", "QR", "LOGO", "RULE"];

/** @param {Form} form */
export function ticket(form) {
  const { w, draft, usualTicket } = form.page;
  const own = draft.ticket;
  return html`<section class="card">
    <h2>${w("ticket")}</h2>
    <div class="ticket-editor">
      <div class="ticket-lines">
        ${own
          ? lines(form, own)
          : html`<p class="soft">${w("ticket.usual")}</p>
              <div><button class="button" @click=${() => form.set("ticket", usualTicket)}>${w("ticket.change")}</button></div>`}
      </div>
      ${proof(form, own ?? usualTicket)}
    </div>
  </section>`;
}

/**
 * @param {Form} form
 * @param {{logo?: string, lines: Line[]}} own
 */
function lines(form, own) {
  const { w } = form.page;
  return html`
    <p class="soft">${w("ticket.lead")} <span class="marks">${FIELDS.map((field) => html`<code title=${w(`ticket.field.${field}`)}>{${field}}</code> `)}</span></p>
    <ol>${own.lines.map((line, place) => lineOf(form, own.lines, line, place))}</ol>
    ${wrongAt(form, "ticket.lines")}
    <div class="row">
      ${more(w("ticket.more"), () => form.set("ticket.lines", [...own.lines, { vi: "" }]))}
      ${choice(form, "ticket.language", w("ticket.language"), ["", "vi", "en"], (one) => w(`ticket.language.${one || "visitor"}`), "")}
      ${logo(form, own)}
    </div>
    <div class="row">
      <button class="button" @click=${() => form.set("ticket", undefined)}>${w("ticket.again")}</button>
    </div>`;
}

/**
 * @param {Form} form
 * @param {Line[]} all
 * @param {Line} line
 * @param {number} place
 */
function lineOf(form, all, line, place) {
  const { w } = form.page;
  const path = `ticket.lines[${place}]`;
  const name = line.is && line.is !== "TEXT" ? w(`ticket.is.${line.is}`) : line.vi || w("ticket.new");
  return html`<li>
    ${foldable(
      form,
      path,
      html`${name}${line.when && line.when !== "ALWAYS" ? html` <span class="soft">${w(`ticket.when.${line.when}`)}</span>` : nothing}`,
      () => html`
        <div class="row">
          ${choice(form, `${path}.is`, w("ticket.is"), CONTENTS, (one) => w(`ticket.is.${one}`), "TEXT", (is) => form.set(path, became(line, is)))}
          ${line.is && line.is !== "TEXT"
            ? nothing
            : html`${text(form, `${path}.vi`, w("ticket.vi"))} ${text(form, `${path}.en`, w("ticket.en"))}
                ${choice(form, `${path}.style`, w("ticket.style"), ["NORMAL", "BOLD", "LARGE"], (one) => w(`ticket.style.${one}`), "NORMAL")}
                ${choice(form, `${path}.align`, w("ticket.align"), ["CENTER", "LEFT"], (one) => w(`ticket.align.${one}`), "CENTER")}`}
          ${choice(form, `${path}.when`, w("ticket.when"), WHENS, (one) => w(`ticket.when.${one}`), "ALWAYS")}
          ${remove(form, w("plan.remove"), () => form.set(path, undefined))}
        </div>
        ${wrongAt(form, path)}`,
      line.vi === "",
    )}
    <button class="button" ?disabled=${place === 0} aria-label=${w("plan.earlier", { name })}
      @click=${() => form.set("ticket.lines", moved(all, place, place - 1))}>↑</button>
  </li>`;
}

/**
 * The line with another content; only a text has words.
 *
 * @param {Line} line
 * @param {string} is
 * @returns {Line}
 */
function became({ when }, is) {
  return { is, ...(is === "TEXT" ? { vi: "" } : {}), ...(when ? { when } : {}) };
}

/**
 * @param {Form} form
 * @param {{logo?: string}} own
 */
function logo(form, own) {
  const { w } = form.page;
  return html`<label class="field">${w("ticket.logo")}
      <input type="file" name="ticket.logo" accept="image/*" @change=${form.acts.chooseMark}>
      ${wrongAt(form, "ticket.logo")}
    </label>
    ${own.logo ? remove(form, w("ticket.no-logo"), () => form.set("ticket.logo", undefined)) : nothing}`;
}

/**
 * The paper, for a visitor of the plan's first service.
 *
 * @param {Form} form
 * @param {{logo?: string, language?: string, lines: Line[]}} template
 */
function proof(form, template) {
  const { page, acts } = form;
  const { w, draft, language, ticketWhen } = page;
  return html`<figure class="proof">
    <figcaption>
      <label class="field">${w("ticket.proof")}
        <select name="ticket-proof" @change=${(/** @type {Event} */ event) =>
          acts.proof(/** @type {any} */ (/** @type {HTMLSelectElement} */ (event.target).value))}>
          ${WHENS.map((one) => html`<option value=${one} ?selected=${one === ticketWhen}>${w(`ticket.proof.${one}`)}</option>`)}
        </select>
      </label>
    </figcaption>
    <div class="paper">
      ${paper(template, draft, language, ticketWhen).map((line) => printed(line, template.logo))}
    </div>
  </figure>`;
}

/**
 * @param {import("./ticket-paper.js").Printed} line
 * @param {string} [mark]
 */
function printed({ is, text: words, style, align }, mark) {
  switch (is) {
    case "NUMBER":
      return html`<span class="mark" data-shape=${markOf(0).shape}></span><p class="number">${words}</p>`;
    case "QR":
      return QR;
    case "LOGO":
      return isPicture(mark) ? html`<img alt="" src=${`data:image/png;base64,${mark}`}>` : nothing;
    case "RULE":
      return html`<hr>`;
    default:
      return html`<p class="${style.toLowerCase()} ${align.toLowerCase()}">${words}</p>`;
  }
}

/** What is none is told beside its field. @param {string} [mark] */
function isPicture(mark) {
  return Boolean(mark) && /^[A-Za-z0-9+/=]+$/.test(String(mark));
}

/** Only looks like one: nobody has this ticket. */
const QR = html`<svg class="qr" viewBox="0 0 25 25" role="img" aria-label="QR">
  <path d="M0 0h7v7H0zM1 1v5h5V1zM2 2h3v3H2zM18 0h7v7h-7zM19 1v5h5V1zM20 2h3v3h-3zM0 18h7v7H0zM1 19v5h5v-5zM2 20h3v3H2z
    M9 0h2v3H9zM12 2h3v2h-3zM8 5h4v2H8zM14 6h2v3h-2zM0 9h3v2H0zM5 8h3v4H5zM10 9h3v3h-3zM17 9h2v4h-2zM21 8h4v2h-4zM2 13h4v3H2z
    M8 14h2v3H8zM12 14h4v2h-4zM20 12h3v4h-3zM9 19h3v2H9zM14 18h2v4h-2zM18 17h4v2h-4zM23 19h2v4h-2zM9 23h4v2H9zM18 21h3v4h-3z"/>
</svg>`;
