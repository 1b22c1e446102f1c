// What native elements cannot do alone. Every page reads and works without it.
(() => {
  "use strict"

  // The menu: a button in place of a label, which the keyboard cannot reach.
  const button = document.querySelector(".bb-menu")
  const label = document.querySelector(".bb-menu-label")
  const drawer = document.getElementById("__drawer")
  if (button && label && drawer) {
    const follow = () => button.setAttribute("aria-expanded", String(drawer.checked))
    const turn = open => {
      drawer.checked = open
      drawer.dispatchEvent(new Event("change", { bubbles: true }))
    }
    label.hidden = true
    button.hidden = false
    drawer.tabIndex = -1
    drawer.addEventListener("change", follow)
    button.addEventListener("click", () => {
      turn(!drawer.checked)
      const links = [...document.querySelectorAll("#bb-navigation > .md-nav__list > .md-nav__item > a.md-nav__link")]
      if (drawer.checked) links.find(link => link.offsetParent)?.focus()
    })
    document.addEventListener("keydown", event => {
      if (event.key === "Escape" && drawer.checked) {
        turn(false)
        button.focus()
      }
    })
  }

  // What copies links and citations comes when the first passage is opened.
  const ours = document.currentScript.src
  document.addEventListener("toggle", function fetchOnce(event) {
    if (!event.target.matches("details.evidence")) return
    document.removeEventListener("toggle", fetchOnce, true)
    document.head.append(Object.assign(document.createElement("script"), { src: new URL("evidence.js", ours) }))
  }, true)

  // Paper: what is folded away is printed.
  const folded = new Set()
  addEventListener("beforeprint", () => {
    document.querySelectorAll("article details:not([open], .facet)").forEach(item => {
      folded.add(item)
      item.open = true
    })
  })
  addEventListener("afterprint", () => {
    folded.forEach(item => { item.open = false })
    folded.clear()
  })
})()
