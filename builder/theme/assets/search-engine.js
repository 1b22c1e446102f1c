// The search itself, without a page: fetches the index in pieces, finds, and orders what it found.
// Folding and words are those of builder/pages/search/words.py.
import MiniSearch from "./vendor/minisearch.js"
import SearchableMap from "./vendor/searchable-map.js"
import { stemmer } from "./vendor/stemmer.js"

const LETTERS = { đ: "d", Đ: "D", ł: "l", Ł: "L", ø: "o", Ø: "O", ß: "ss", æ: "ae", Æ: "AE" }
const FIELDS = ["title", "about", "text", "names", "named"]
const BOOST = { title: 4, names: 3, about: 1.5, text: 1, named: 0.6 }
const MOST_WORDS = 14     // of a query
const MOST_GROUPS = 14    // fetched for one query of a large index
const COMPARED = 150      // hits whose words are compared with those typed, side by side
const PASSAGES = "Passages"
const NAMED = new Set(["Actors", "Parties", "Issues", "Glossary"])  // what is called so comes before what names it
const STEM = "~"          // stems are terms of their own, so that they never look like words

const plain = text => (/^[\x00-\x7f]*$/.test(text) ? text : text
  .replace(/[đĐłŁøØßæÆ]/g, letter => LETTERS[letter])
  .normalize("NFKD").replace(/\p{M}/gu, "")
  .replace(/[’‘‚‛′]/g, "'"))

export const fold = text => plain(text).toLowerCase()
  .replace(/(?<![\p{L}\p{N}_])(?:\p{L}\.){2,}/gu, initials => initials.replaceAll(".", ""))
  .replace(/'s(?![\p{L}\p{N}_])/g, "")

export const wordsOf = text => fold(text).match(/\d+(?:[.,]\d+)+|[\p{L}\p{N}]+/gu) ?? []

const stems = new Map()
const stemOf = word => {
  if (!stems.has(word)) stems.set(word, STEM + stemmer(word))
  return stems.get(word)
}
const distanceAllowed = word => (word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 10 ? 2 : 3)
const lengthsFit = (word, other) => Math.abs(word.length - other.length) <= (word.length < 8 ? 1 : 2)
const GOOD = 0.65         // how well a word must be matched to count as held

export class Engine {
  // `read(name)` gives the parsed JSON of a file of the index; `language` holds stop words and groups of like words.
  constructor(read, language) {
    this.read = read
    this.stop = new Set(language.stop)
    this.intents = language.intents
    this.same = new Map()
    this.liken(language.same)
    this.loaded = new Map()
    this.lists = new Map()
    this.documents = []
    this.vocabulary = new SearchableMap()   // word → how often it stands
    this.mini = new MiniSearch({
      fields: FIELDS,
      storeFields: [],
      tokenize: wordsOf,
      processTerm: word => {
        this.vocabulary.set(word, (this.vocabulary.get(word) ?? 0) + 1)
        return [word, stemOf(word)]
      },
      searchOptions: { tokenize: word => [word], processTerm: word => word, boost: BOOST }
    })
  }

  // Words that readers type for one another; some of several words, which are only looked for.
  liken(groups) {
    for (const group of groups) {
      const likes = group.map(like => wordsOf(like).map(stemOf))
      for (const like of likes) {
        if (like.length === 1) this.same.set(like[0], [...(this.same.get(like[0]) ?? []), ...likes])
      }
    }
  }

  async open() {
    if (!this.manifest) {
      this.manifest = await this.read("manifest.json")
      this.liken(this.manifest.same)
    }
    if (this.manifest.whole) await this.fetchGroups([...Array(this.manifest.groups).keys()])
    return this
  }

  async fetchGroups(numbers) {
    const wanted = numbers.filter(number => !this.loaded.has(number))
    for (const number of wanted) this.loaded.set(number, this.read(`group-${number}.json`))
    for (const number of wanted) this.add(await this.loaded.get(number))
    await Promise.all(numbers.map(number => this.loaded.get(number)))
  }

  add(rows) {
    for (const [facet, url, title, about, text, names, named, weight] of rows) {
      const id = this.documents.length
      this.documents.push({ id, facet, url, title, about, text, names, weight })
      this.mini.add({ id, title, about, text, names, named })
    }
  }

  // A large index: the words that begin like those asked for, then the groups that hold most of them.
  async fetchFor(words) {
    if (this.manifest.whole) return
    const score = new Map()
    for (const word of words) {
      for (const number of await this.groupsOf(word)) score.set(number, (score.get(number) ?? 0) + 1)
    }
    const best = [...score].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_GROUPS)
    await this.fetchGroups(best.map(([number]) => number))
  }

  async groupsOf(word) {
    const stem = stemmer(word)
    const first = this.fileOf(stem)
    const last = this.fileOf(stem + "\uffff")
    const found = new Set()
    const near = new SearchableMap()
    for (let file = first; file <= Math.min(last, first + 2); file++) {
      if (!this.lists.has(file)) this.lists.set(file, this.read(`words-${file}.json`))
      for (const [listed, groups] of Object.entries(await this.lists.get(file))) {
        near.set(listed, groups)
        if (listed.startsWith(stem)) groups.forEach(number => found.add(number))
      }
    }
    if (!found.size) {
      for (const [, [groups]] of near.fuzzyGet(word, distanceAllowed(word))) groups.forEach(number => found.add(number))
    }
    return [...found].sort((a, b) => a - b).slice(0, 96)
  }

  fileOf(word) {
    let file = 0
    while (file + 1 < this.manifest.words.length && this.manifest.words[file + 1] <= word) file++
    return file
  }

  // {hits, all, corrected, unknown, like}: documents best first; whether the first holds all words; corrected words by
  // what was typed; words that stand nowhere; and what is spelt like them.
  async search(query) {
    const typed = wordsOf(query).slice(0, MOST_WORDS)
    const telling = typed.filter(word => !this.stop.has(word))
    const asked = [...new Set(telling.length ? telling : typed)]
    if (!asked.length) return { hits: [], all: false, corrected: new Map(), unknown: [], like: [] }
    await this.fetchFor(asked)
    const corrected = new Map()
    const words = this.parted(asked, corrected)
    const found = words.map(word => this.find(word, word === words.at(-1), corrected))
    const unknown = words.filter((_, at) => !found[at].length)
    const hits = this.ordered(found, typed)
    return { hits, all: !unknown.length && Boolean(hits[0]?.all), corrected, unknown, like: this.like(unknown) }
  }

  // The text in segments [words, whether they are among the terms of a hit].
  marked(text, terms) {
    const segments = []
    let from = 0
    for (const { 0: word, index } of text.matchAll(/\d+(?:[.,]\d+)+|[\p{L}\p{N}\p{M}]+/gu)) {
      const [own] = wordsOf(word)
      if (!own || !(terms.has(own) || terms.has(stemOf(own)))) continue
      segments.push([text.slice(from, index), false], [word, true])
      from = index + word.length
    }
    segments.push([text.slice(from), false])
    return segments.filter(([part]) => part)
  }

  // The query with one of its words, as folded, changed for another.
  replaced(query, word, other) {
    return query.replace(/[\p{L}\p{N}\p{M}]+/gu, each => (wordsOf(each)[0] === word ? other : each))
  }

  knows(word) {
    return this.vocabulary.has(word)
  }

  // Two words that are written as one somewhere become one, one that is written as two becomes two.
  parted(words, corrected) {
    const result = []
    for (let at = 0; at < words.length; at++) {
      const joined = at + 1 < words.length ? words[at] + words[at + 1] : ""
      if (joined && this.knows(joined) && !(this.knows(words[at]) && this.knows(words[at + 1]))) {
        result.push(joined)
        at++
        continue
      }
      const halves = this.knows(words[at]) || this.begins(words[at]) ? null : this.halves(words[at])
      if (halves) corrected.set(words[at], halves.join(" "))
      result.push(...(halves ?? [words[at]]))
    }
    return result
  }

  halves(word) {
    for (let at = 2; at <= word.length - 2; at++) {
      if (this.knows(word.slice(0, at)) && this.knows(word.slice(at))) return [word.slice(0, at), word.slice(at)]
    }
    return null
  }

  begins(word) {
    return word.length > 2 && this.vocabulary.atPrefix(word).size > 0
  }

  // The documents that hold a word, a word of its stem, a like word or, where it stands nowhere, one spelt nearly so;
  // `fit`, 0 to 1, says how well.
  find(word, isLast, corrected) {
    const stem = stemOf(word)
    const rows = this.mini.search({
      combineWith: "OR",
      queries: [{ queries: [word], prefix: word.length > 2 || isLast }, { queries: [stem], boost: scaled(0.7) }]
    })
    const own = rows.map(row => ({ ...row, fit: fitOf(word, stem, row.terms, isLast) }))
    const known = own.some(row => row.fit > 0.8)
    const likes = (this.same.get(stem) ?? []).filter(like => like.length > 1 || like[0] !== stem)
    if (likes.length) {
      const queries = likes.map(like => ({ combineWith: "AND", queries: like, boost: scaled(known ? 0.35 : 0.8) }))
      const held = new Set(own.map(row => row.id))
      for (const row of this.mini.search({ combineWith: "OR", queries })) {
        if (!held.has(row.id)) own.push({ ...row, fit: known ? 0.7 : 0.9 })
      }
    }
    if (own.length) return own
    const near = this.near(word, distanceAllowed(word))
    if (!near.length) return []
    corrected.set(word, near[0].term)
    const fit = 1 - (1.5 * near[0].far) / word.length
    const queries = near.map(each => each.term)
    return this.mini.search({ combineWith: "OR", queries }).map(row => ({ ...row, fit, score: row.score * fit }))
  }

  // Words spelt nearly so, nearest first, the more common first among equals.
  near(word, distance) {
    if (!distance) return []
    const found = [...this.vocabulary.fuzzyGet(word, distance)]
      .filter(([term, [, far]]) => term.length > 2 && /^\p{L}/u.test(term) && lengthsFit(word, term) && far <= word.length * 0.34)
      .map(([term, [count, far]]) => ({ term, count, far: far + (term[0] === word[0] ? 0 : 0.5) }))
      .sort((a, b) => a.far - b.far || b.count - a.count || (a.term < b.term ? -1 : 1))
    return found.filter(each => each.far === found[0].far).slice(0, 4)
  }

  like(unknown) {
    const near = unknown.flatMap(word => this.near(word, distanceAllowed(word) + 1)
      .filter(each => each.term.slice(0, 2) === word.slice(0, 2) && each.far <= word.length * 0.34))
    return [...new Set(near.map(each => each.term))].slice(0, 4)
  }

  // All words before some words, records before paragraphs of articles, then by score. Words that stand nowhere are left out.
  ordered(found, typed) {
    const known = found.filter(rows => rows.length)
    const telling = known.map(rows => Math.log(1 + this.documents.length / (1 + rows.length)))
    const whole = telling.reduce((sum, part) => sum + part, 0)
    const hits = new Map()
    known.forEach((rows, at) => {
      for (const row of rows) {
        const document = this.documents[row.id]
        const hit = hits.get(row.id) ?? { document, score: 0, held: 0, good: 0, terms: new Set() }
        hit.score += row.score
        hit.held += telling[at] * row.fit
        hit.good += row.fit >= GOOD ? 1 : 0
        row.terms.forEach(term => hit.terms.add(term))
        hits.set(row.id, hit)
      }
    })
    const wanted = new Set(this.intents.filter(each => each.words.some(word => typed.includes(word))).flatMap(each => each.facets))
    const kept = [...hits.values()].filter(hit => hit.held / whole > 0.3)
    for (const hit of kept) {
      hit.all = hit.good === known.length
      hit.score *= hit.document.weight * (hit.held / whole) * (wanted.has(hit.document.facet) ? 1.5 : 1)
    }
    const rank = hit => (hit.all ? 2 : 0) + (hit.all && hit.document.facet !== PASSAGES ? 1 : 0)
    const order = (a, b) => rank(b) - rank(a) || b.score - a.score || a.document.id - b.document.id
    kept.sort(order)
    for (const hit of kept.slice(0, COMPARED)) hit.score *= closeness(hit, typed)
    return [...kept.slice(0, COMPARED).sort(order), ...kept.slice(COMPARED)]
  }
}

const scaled = factor => Object.fromEntries(FIELDS.map(field => [field, BOOST[field] * factor]))

// 1 for the word itself, less for its stem, and for a longer word that begins so by how much of it was typed; the last word
// may still be growing.
function fitOf(word, stem, terms, isLast) {
  if (terms.includes(word)) return 1
  if (terms.includes(stem)) return 0.9
  const longest = Math.max(...terms.map(term => word.length / term.length))
  return isLast && word.length > 2 ? Math.max(longest, GOOD) : longest
}

// More for a hit that is called what was typed, or that holds the words typed side by side.
function closeness({ document, terms }, typed) {
  const asked = typed.join(" ")
  const heading = wordsOf(document.title)
  const title = heading.join(" ")
  const called = [title, ...document.names.split(" | ").map(name => wordsOf(name).join(" "))]
  let factor = called.includes(asked) ? (NAMED.has(document.facet) ? 8 : 3) : called.some(name => ` ${name} `.includes(` ${asked} `)) ? 1.5 : 1
  factor *= 1 + heading.filter(word => terms.has(word) || terms.has(stemOf(word))).length / Math.max(heading.length, 2)
  if (typed.length > 1) {
    const text = ` ${title} ${wordsOf(document.about).join(" ")} ${wordsOf(document.text).join(" ")} `
    let run = 1
    for (let from = 0; from + run < typed.length; from++) {
      while (from + run < typed.length && text.includes(` ${typed.slice(from, from + run + 1).join(" ")} `)) run++
    }
    factor *= 1 + 0.4 * Math.min(run - 1, 9)
  }
  return factor
}
