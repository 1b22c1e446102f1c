// Lists that can be narrowed, and tables that can be sorted. What there is to choose and which record has it stands in
// the page as data; this script shows, hides, counts and hands out. Without it the whole list is there.
(() => {
  "use strict"

  const root = new URL("..", document.currentScript.src)

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  // A CSV file as its rows, each as it is written: a line end within quotation marks belongs to a cell.
  const rows = text => text.match(/(?:[^"\r\n]|"(?:[^"]|"")*")*\r\n/g) ?? []

  const get = async name => {
    const answer = await fetch(new URL(`data/${name}`, root))
    if (!answer.ok) throw new Error(answer.status)
    return answer
  }

  // The published records that are shown, in the form in which they are published.
  const published = {
    csv: async (list, shown) => {
      const [head, ...records] = rows(await (await get(`${list}.csv`)).text())
      return [head, ...records.filter(row => shown.has(row.split(",", 1)[0]))].join("")
    },
    json: async (list, shown) => {
      const records = (await (await get("briefing.json")).json())[list]
      return `${JSON.stringify(records.filter(record => shown.has(record.id)), null, 1)}\n`
    },
  }

  const save = (name, type, text) => {
    const address = URL.createObjectURL(new Blob([text], { type }))
    make("a", { href: address, download: name }).click()
    setTimeout(() => URL.revokeObjectURL(address), 1000)
  }

  const narrow = box => {
    const { list, items, facets, records } = JSON.parse(document.querySelector(".filters-data").textContent)
    const elements = [...document.querySelectorAll(`article ${items}`)]
    if (elements.length !== records.length) return
    const status = box.querySelector("[role=status]")
    const whole = status.textContent
    const folds = [...box.querySelectorAll(".facet")]
    const chosen = facets.map(() => new Set())

    // Sections of the page: a heading with what follows it. One in which nothing is left is hidden as a whole.
    const sections = []
    for (const element of document.querySelector("article").children) {
      if (element.matches("h2")) sections.push([])
      sections.at(-1)?.push(element)
    }
    const contents = sections.map(([head]) =>
      [...document.querySelectorAll(`.md-nav--secondary a[href="#${head.id}"]`)].map(link => link.closest("li")))
    const members = sections.map(parts => elements.filter(item => parts.some(part => part.contains(item))))

    const fits = (record, besides) =>
      facets.every((_, n) => n === besides || !chosen[n].size || record[1][n].some(choice => chosen[n].has(choice)))

    const boxes = facets.map(({ choices }, n) => {
      const inputs = choices.map(([, label], choice) => {
        const input = make("input", { type: "checkbox" })
        const count = make("span", { className: "count" })
        input.addEventListener("change", () => {
          chosen[n][input.checked ? "add" : "delete"](choice)
          show()
          remember()
        })
        return { input, count, label: make("label", {}, input, make("span", {}, label), " ", count) }
      })
      const group = make("div", { className: "choices", role: "group" }, ...inputs.map(each => each.label))
      group.setAttribute("aria-label", folds[n].querySelector("summary").textContent)
      folds[n].append(group)
      const picked = make("span", { className: "picked" })
      folds[n].querySelector("summary").append(picked)
      return { inputs, picked }
    })

    const show = () => {
      const fitting = records.map(record => fits(record))
      elements.forEach((element, at) => { element.hidden = !fitting[at] })
      sections.forEach((parts, at) => {
        const empty = members[at].length > 0 && members[at].every(item => item.hidden)
        for (const part of [...parts, ...contents[at]]) if (!elements.includes(part)) part.hidden = empty
      })
      boxes.forEach(({ inputs, picked }, n) => {
        const others = records.filter(record => fits(record, n))
        picked.textContent = chosen[n].size ? ` ${chosen[n].size}` : ""
        inputs.forEach(({ input, count }, choice) => {
          const there = others.filter(record => record[1][n].includes(choice)).length
          input.checked = chosen[n].has(choice)
          input.disabled = !there && !input.checked
          count.textContent = there
        })
      })
      const number = fitting.filter(Boolean).length
      const said = number === records.length ? whole : `${number} of ${whole}`
      if (status.textContent !== said) status.textContent = said
    }

    const remember = () => {
      const address = new URL(location)
      facets.forEach(({ key, choices }, n) => {
        address.searchParams.delete(key)
        for (const choice of [...chosen[n]].sort((a, b) => a - b)) address.searchParams.append(key, choices[choice][0])
      })
      if (address.href !== location.href) history.pushState(null, "", address)
    }

    const recall = () => {
      const asked = new URL(location).searchParams
      facets.forEach(({ key, choices }, n) => {
        chosen[n].clear()
        for (const value of asked.getAll(key)) {
          const choice = choices.findIndex(([id]) => id === value)
          if (choice >= 0) chosen[n].add(choice)
        }
      })
      show()
    }

    box.addEventListener("click", event => {
      const order = event.target.closest("[data-do]")?.dataset.do
      if (order === "clear") {
        chosen.forEach(choices => choices.clear())
        show()
        remember()
      } else if (order) {
        const shown = new Set(records.filter(record => fits(record)).map(([id]) => id))
        published[order](list, shown).then(
          text => save(`${list}.${order}`, order === "csv" ? "text/csv" : "application/json", text),
          () => { status.textContent = "The data could not be loaded" })
      }
    })
    box.addEventListener("toggle", event => {
      if (event.target.open) folds.filter(fold => fold !== event.target).forEach(fold => { fold.open = false })
    }, true)
    box.addEventListener("keydown", event => {
      const open = event.target.closest(".facet[open]")
      if (event.key !== "Escape" || !open) return
      open.open = false
      open.querySelector("summary").focus()
    })
    addEventListener("popstate", recall)
    recall()
  }

  // Tables: the head of a column is a button that sorts by it, up and then down.
  const { compare } = new Intl.Collator("en", { numeric: true })
  const value = (row, at) => {
    const cell = row.cells[at]
    const dated = cell?.querySelector("time")?.dateTime
    return dated ?? cell?.textContent.trim().replace(/(?<=\d),(?=\d{3})/g, "") ?? ""
  }

  const sortable = table => {
    const heads = [...table.tHead.rows[0].cells]
    heads.forEach((head, at) => {
      if (!head.textContent.trim()) return
      const button = make("button", { type: "button" }, ...head.childNodes)
      head.append(button)
      button.addEventListener("click", () => {
        const down = head.ariaSort === "ascending"
        for (const other of heads) other.ariaSort = null
        head.ariaSort = down ? "descending" : "ascending"
        const sorted = [...table.tBodies[0].rows].sort((one, two) => compare(value(one, at), value(two, at)))
        table.tBodies[0].append(...down ? sorted.reverse() : sorted)
      })
    })
  }

  const box = document.querySelector(".filters")
  if (box) narrow(box)
  document.querySelectorAll("article table:not([class])").forEach(table => {
    if (table.tHead && table.tBodies[0]?.rows.length > 2 && !table.closest(".small-matrix")) sortable(table)
  })
})()
