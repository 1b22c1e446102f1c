// The search dialog: fetched when the search is first used, and the engine and the index with it.
const field = document.querySelector('[data-md-component="search-query"]')
const output = document.querySelector('[data-md-component="search-result"]')
const toggle = document.getElementById("__search")
const here = import.meta.url
const site = new URL(`${JSON.parse(document.getElementById("__config").textContent).base}/`, location.href)
const box = field.closest(".bb-search")
const said = output.querySelector('[role="status"]')
const help = output.querySelector(".bb-search-help")
const kinds = output.querySelector(".bb-search-kinds")
const list = output.querySelector(".bb-search-hits")
const more = output.querySelector(".bb-search-more")
const atFirst = said.textContent
const STEP = 10
const SNIPPET = 260

let loading = null
let engine = null
let latest = 0
let answer = null
let kind = null
let shown = STEP

const read = async url => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} ${url}`)
  return response.json()
}

const ready = () => {
  loading ??= Promise.all([import(new URL("search-engine.js", here)), read(new URL("search-words.json", here))])
    .then(async ([{ Engine }, language]) => {
      engine = await new Engine(name => read(new URL(`data/search/${name}`, site)), language).open()
      return engine
    })
    .catch(error => {
      loading = null
      say("The search could not be loaded.")
      throw error
    })
  return loading
}

const say = words => { said.textContent = words }
const close = () => {
  if (toggle.checked) toggle.click()
}

const made = (tag, name, text) => {
  const element = document.createElement(tag)
  if (name) element.className = name
  if (text !== undefined) element.textContent = text
  return element
}

// Words of articles and records only ever become text; what was looked for in them is marked.
const marked = (tag, name, segments) => {
  const element = made(tag, name)
  for (const [text, isHit] of segments) element.append(isHit ? made("mark", "", text) : text)
  return element
}

const clipped = segments => {
  const first = segments.findIndex(([, isHit]) => isHit)
  const whole = segments.reduce((sum, [text]) => sum + text.length, 0)
  if (whole <= SNIPPET) return segments
  const before = segments.slice(0, Math.max(first, 0)).map(([text]) => text).join("")
  const from = before.length > 90 ? before.lastIndexOf(" ", before.length - 60) + 1 : 0
  const kept = from ? [["… ", false], [before.slice(from), false], ...segments.slice(first)] : [...segments]
  const short = []
  let room = SNIPPET
  for (const [text, isHit] of kept) {
    if (text.length >= room && !isHit) {
      short.push([`${text.slice(0, text.lastIndexOf(" ", room))} …`, false])
      break
    }
    short.push([text, isHit])
    room -= text.length
  }
  return short
}

const hitOf = hit => {
  const { document: found, terms } = hit
  const item = made("li", "md-search-result__item")
  const link = made("a", "md-search-result__link bb-hit")
  link.href = new URL(found.url, site)
  const title = marked("span", "bb-hit__title", engine.marked(found.title, terms))
  const head = made("span", "bb-hit__head")
  head.append(title, made("span", "bb-hit__kind", found.facet))
  link.append(head)
  if (found.about) link.append(made("span", "bb-hit__about", found.about))
  if (found.text && found.text !== found.title) {
    link.append(marked("span", "bb-hit__text", clipped(engine.marked(found.text, terms))))
  }
  item.append(link)
  return item
}

const counted = (count, one) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`

const summary = (hits, query) => {
  if (!hits.length) return `No results for “${query}”.`
  const parts = [`${counted(hits.length, "result")}.`]
  for (const [typed, taken] of answer.corrected) parts.push(`“${typed}” read as “${taken}”.`)
  if (answer.unknown.length) parts.push(`Nowhere here: ${answer.unknown.map(word => `“${word}”`).join(", ")}.`)
  else if (!answer.all) parts.push("None holds all of the words.")
  return parts.join(" ")
}

const suggest = query => {
  help.replaceChildren()
  help.hidden = !answer.like.length
  if (help.hidden) return
  help.append("Did you mean ")
  for (const word of answer.like) {
    const button = made("button", "", word)
    button.type = "button"
    button.addEventListener("click", () => {
      field.value = answer.unknown.length === 1 ? engine.replaced(query, answer.unknown[0], word) : word
      field.focus()
      run()
    })
    help.append(button, " ")
  }
}

const choose = () => {
  const counts = new Map()
  for (const hit of answer.hits) counts.set(hit.document.facet, (counts.get(hit.document.facet) ?? 0) + 1)
  kinds.hidden = counts.size < 2
  const all = [[null, answer.hits.length], ...engine.manifest.facets.filter(each => counts.has(each)).map(each => [each, counts.get(each)])]
  kinds.replaceChildren(...all.map(([name, count]) => {
    const button = made("button", "", `${name ?? "All"} ${count.toLocaleString("en")}`)
    button.type = "button"
    button.setAttribute("aria-pressed", String(name === kind))
    button.addEventListener("click", () => {
      kind = name
      shown = STEP
      show()
      kinds.querySelector('[aria-pressed="true"]')?.focus()
    })
    return button
  }))
}

const show = () => {
  const query = field.value.trim()
  const hits = kind ? answer.hits.filter(hit => hit.document.facet === kind) : answer.hits
  list.replaceChildren(...hits.slice(0, shown).map(hitOf))
  more.hidden = hits.length <= shown
  more.textContent = `Show ${Math.min(STEP, hits.length - shown)} more`
  choose()
  suggest(query)
  say(summary(hits, query))
}

const clear = () => {
  answer = null
  list.replaceChildren()
  help.hidden = kinds.hidden = more.hidden = true
  say(atFirst)
}

const run = async () => {
  const mine = ++latest
  const query = field.value.trim()
  if (!query) return clear()
  const found = await (await ready()).search(query)
  if (mine !== latest) return
  answer = found
  if (kind && !found.hits.some(hit => hit.document.facet === kind)) kind = null
  shown = STEP
  show()
  output.closest(".md-search__scrollwrap").scrollTop = 0
  document.dispatchEvent(new CustomEvent("briefing:answered", { detail: query }))
}

const links = () => [...list.querySelectorAll("a")]
const step = by => {
  const all = links()
  const at = all.indexOf(document.activeElement) + by
  if (at < 0) field.focus()
  else all[Math.min(at, all.length - 1)]?.focus()
}

field.addEventListener("input", () => run().catch(() => {}))
more.addEventListener("click", () => {
  const before = shown
  shown += STEP
  show()
  links()[before]?.focus()
})
field.form.addEventListener("submit", event => {
  event.preventDefault()
  links()[0]?.click()
})
field.form.addEventListener("reset", () => {
  field.focus()
  clear()
})
box.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault()
    step(event.key === "ArrowDown" ? 1 : -1)
  }
})
box.addEventListener("focusout", event => {
  if (event.relatedTarget && !box.contains(event.relatedTarget)) close()
})
list.addEventListener("click", event => {
  if (event.target.closest("a")) close()
})
ready().then(run).catch(() => {})
