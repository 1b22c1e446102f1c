// The search field: opens and closes. What it takes to find is fetched when it is first used, and nothing before.
(() => {
  "use strict"

  const field = document.querySelector('[data-md-component="search-query"]')
  const toggle = document.getElementById("__search")
  const opener = document.querySelector(".bb-search-open")
  const box = field?.closest(".bb-search")
  if (!box || !toggle) return

  const dialog = new URL("search-dialog.js", document.currentScript.src)
  const open = () => {
    if (!toggle.checked) toggle.click()
    import(dialog).catch(() => {})
  }

  field.addEventListener("focus", open)
  field.form.addEventListener("submit", event => event.preventDefault())
  toggle.addEventListener("change", () => {
    box.classList.toggle("bb-search--open", toggle.checked)
    opener?.setAttribute("aria-expanded", String(toggle.checked))
    if (toggle.checked && document.activeElement !== field) field.focus()
  })
  if (opener) {
    opener.hidden = false
    opener.setAttribute("aria-expanded", "false")
    opener.addEventListener("click", open)
  }
  box.addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    event.stopPropagation()
    if (toggle.checked) toggle.click()
    if (!opener || getComputedStyle(opener).display === "none") field.blur()
    else opener.focus()
  })
  document.addEventListener("keydown", event => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault()
      field.focus()
    }
  })

  const asked = new URLSearchParams(location.search).get("search")
  if (asked) {
    field.value = asked
    field.focus()
  }
})()
