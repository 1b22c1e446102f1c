// Evidence in place. A passage opens without this script (details), which comes with the first that is opened. Here: one open at a time, Escape, the neighbours
// where a page leaves them out, and what copies a link or a citation.
(() => {
  "use strict"

  const root = new URL("..", document.currentScript.src)
  const FORMS = [["bibtex", "BibTeX"], ["ris", "RIS"], ["csl-json", "CSL-JSON"], ["plain", "plain text"]]
  const files = new Map()
  let chosen = FORMS[0][0]

  const folded = text => text.replace(/\s+/g, " ").trim()

  // The place on the source's page to which a chip leads.
  const place = chip => new URL(chip.querySelector(".evidence-facts a").href)

  // What is published to cite a source by: asked for when somebody first opens or cites one of its passages.
  const load = chip => {
    const source = place(chip).pathname.split("/").filter(Boolean).pop()
    if (!files.has(source)) {
      const asked = fetch(new URL(`data/citations/${source}.json`, root)).then(answer => {
        if (!answer.ok) throw new Error(answer.status)
        return answer.json()
      })
      asked.catch(() => files.delete(source))
      files.set(source, asked)
    }
    return files.get(source)
  }

  // The marked passages of a chip, in order: [place in the source, passage]. Where two run into one mark, the longer.
  const cited = (chip, passages) => {
    const paragraph = Number(place(chip).hash.slice(2))
    const here = Object.entries(passages).filter(([, passage]) => passage.paragraph === paragraph)
    here.sort(([, one], [, other]) => other.text.length - one.text.length)
    return [...chip.querySelectorAll("mark")]
      .map(mark => here.find(([, passage]) => folded(mark.textContent).includes(folded(passage.text))))
      .filter(Boolean)
  }

  // The record that a chip belongs to: the element that bears its id, or the link to it beside its words.
  const record = chip => {
    const page = new URL(location.pathname, location)
    for (let around = chip; around; around = around.parentElement) {
      if (around.id && !around.id.startsWith("section-")) return new URL(`#${around.id}`, page)
      const home = around.querySelector(".home a, .row-name a")
      if (home) return new URL(home.href)
    }
    return page
  }

  const cite = async (chip, form) => {
    const { forms, slots, passages } = await load(chip)
    const said = cited(chip, passages)
    const joined = key => said.map(([, passage]) => passage[key] ?? passage.text).join(" […] ")
    const values = {
      at: said.length ? `${said[0][0].split("-")[0]}-${said.at(-1)[0].split("-")[1]}` : place(chip).hash.slice(1),
      paragraph: place(chip).hash.slice(2),
      address: record(chip).href.replace(root.href, "").replace("index.html#", "#"),
      passage: joined(form),
    }
    if (form === "csl-json") values.passage = JSON.stringify(values.passage).slice(1, -1)
    return forms[form].map(piece => values[slots[piece]] ?? piece).join("")
  }

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  // Into the clipboard; where the browser does not let us, into a field from which it can be taken by hand.
  const hand = async (tools, text, done) => {
    const status = tools.querySelector("[role=status]")
    tools.querySelector("textarea")?.remove()
    status.textContent = ""
    try {
      await navigator.clipboard.writeText(text)
      status.textContent = done
    } catch {
      const field = make("textarea", { readOnly: true, value: text, rows: 4, ariaLabel: "Text to copy" })
      tools.append(field)
      field.select()
      status.textContent = "Copy it from the field"
    }
  }

  const equip = chip => {
    const choice = make("select", {}, ...FORMS.map(([value, name]) => make("option", { value }, name)))
    const link = make("button", { type: "button" }, "Copy link")
    const citation = make("button", { type: "button" }, "Copy citation")
    const status = make("span", { role: "status" })
    const tools = make("div", { className: "evidence-tools" }, link, citation, make("label", {}, "as ", choice), status)
    choice.addEventListener("change", () => { chosen = choice.value })
    link.addEventListener("click", () => hand(tools, record(chip).href, "Link copied"))
    citation.addEventListener("click", () => {
      cite(chip, choice.value).then(
        text => hand(tools, text, "Citation copied"),
        () => { status.textContent = "The citation could not be loaded" })
    })
    chip.append(tools)
  }

  // Where the page shows the passage alone, its neighbours and the source's title come when it is opened.
  const complete = async chip => {
    const { passages: every, title } = await load(chip)
    const passages = cited(chip, every)
    chip.querySelector(".evidence-facts a").textContent = title
    const marks = chip.querySelectorAll("mark")
    marks[0]?.before(passages[0]?.[1].before ?? "")
    marks[marks.length - 1]?.after(passages.at(-1)?.[1].after ?? "")
  }

  document.addEventListener("click", event => {
    const summary = event.target.closest("details.evidence > summary")
    if (!summary || summary.parentElement.open) return
    const chip = summary.parentElement
    const top = summary.getBoundingClientRect().top
    document.querySelectorAll("details.evidence[open]").forEach(other => { other.open = false })
    scrollBy({ top: summary.getBoundingClientRect().top - top, behavior: "instant" })
    prepare(chip)
  })

  const prepare = chip => {
    if (!chip.querySelector(".evidence-tools")) equip(chip)
    chip.querySelector("select").value = chosen
    if (chip.classList.contains("evidence-brief")) {
      chip.classList.remove("evidence-brief")
      complete(chip).catch(() => {})
    }
  }

  // The passage whose opening brought this script.
  const open = document.querySelectorAll("details.evidence[open]")
  if (open.length === 1) prepare(open[0])

  // Escape closes what is open and gives the focus back to its chip, unless the reader is elsewhere on the page.
  document.addEventListener("keydown", event => {
    const chip = document.querySelector("details.evidence[open]")
    const here = document.activeElement
    if (event.key !== "Escape" || !chip || (here !== document.body && !chip.contains(here))) return
    chip.open = false
    chip.querySelector("summary").focus()
  })
})()
