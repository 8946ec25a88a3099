"use strict"

const byId = id => document.getElementById(id)

// el makes an element. Text never becomes markup.
function el(tag, attributes, ...children) {
  const e = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) e.addEventListener(name.slice(2), value)
    else if (value === true) e.setAttribute(name, "")
    else if (value !== false && value != null) e.setAttribute(name, value)
  }
  e.append(...children.filter(c => c != null))
  return e
}

async function ask(method, path, body) {
  const answer = await fetch("/__sim/" + path, { method, body: body === undefined ? undefined : JSON.stringify(body) })
  const text = await answer.text()
  let json
  try { json = JSON.parse(text) } catch { json = { message: text } }
  if (!answer.ok) throw new Error(json.message || answer.statusText)
  return json
}

function say(text, bad) {
  byId("status").textContent = text
  byId("status").className = bad ? "bad" : ""
}

// doing does what somebody clicked, says how it went, and shows what has become of it.
async function doing(done, act) {
  try {
    await act()
    say(done)
  } catch (e) {
    say("That was refused: " + e.message, true)
  }
  await refresh()
}

let index = null // the last GET /__sim/
let silent = false // the simulator did not answer
const shown = {} // what each part of the page shows, as JSON: a part is drawn when it changes
const open = new Set() // the collections that are unfolded
const whole = new Set() // the documents that are shown whole

function changed(part, ...state) {
  const now = JSON.stringify(state)
  if (shown[part] === now) return false
  shown[part] = now
  return true
}

// keepFocus draws, and gives the focus back to what has the same data-key.
function keepFocus(draw) {
  const key = document.activeElement && document.activeElement.dataset.key
  draw()
  if (!key) return
  const again = document.querySelector(`[data-key="${CSS.escape(key)}"]`)
  if (again) again.focus({ preventScroll: true })
}

async function refresh() {
  try {
    index = await ask("GET", "")
  } catch (e) {
    silent = true
    say("The simulator does not answer: " + e.message, true)
    return
  }
  if (silent) say("")
  silent = false
  drawTiles()
  drawScopes()
  byId("now").textContent = index.now.slice(0, 19).replace("T", " ")
  try {
    await Promise.all([drawCollections(), drawLog(), drawFaults(), drawSwitches()])
    document.body.dataset.drawn = index.writes + "/" + index.requests
  } catch (e) {
    say(e.message, true)
  }
}

function drawTiles() {
  const documents = index.collections.reduce((sum, c) => sum + Object.values(c.scopes).reduce((a, b) => a + b, 0), 0)
  const tiles = [
    [documents, "documents", "contents", ""], [index.requests, "requests", "requests", ""],
    [index.violations, "violations", "requests", index.violations ? "bad" : "good"],
    [index.faults, "faults at work", "faults", index.faults ? "bad" : ""],
    [Object.keys(index.switched).length, "switches changed", "switches", ""],
  ]
  if (!changed("tiles", tiles)) return
  keepFocus(() => byId("tiles").replaceChildren(...tiles.map(([n, what, where, look]) =>
    el("li", { class: look }, el("a", { href: "#" + where, "data-key": "tile " + what }, el("b", {}, String(n)), el("span", {}, what))))))
}

// within is the number of documents of a scope.
const within = scope => index.collections.reduce((sum, c) => sum + (c.scopes[scope] || 0), 0)

function drawScopes() {
  const select = byId("scope")
  if (!changed("scopes", index.scopes, index.scopes.map(s => within(s.id)), within(""))) return
  const groups = new Map()
  for (const s of index.scopes) {
    if (!groups.has(s.title)) groups.set(s.title, el("optgroup", { label: s.title }))
    groups.get(s.title).append(el("option", { value: s.id }, `${s.label} (${within(s.id)})`))
  }
  const before = select.value
  select.replaceChildren(el("option", { value: "" }, `the whole service (${within("")})`), ...groups.values())
  if ([...select.options].some(o => o.value === before && before)) select.value = before
  else if (select.dataset.chosen === undefined) select.value = fullest()
}

// fullest is the scope of the first kind with the most in it.
function fullest() {
  const first = index.scopes.filter(s => s.collection === index.scopes[0].collection && s.collection)
  return first.reduce((best, s) => (best && within(best.id) >= within(s.id) ? best : s), null)?.id || ""
}

async function drawCollections() {
  const scope = byId("scope").value
  const present = index.collections.filter(c => c.scopes[scope])
  const rows = new Map()
  await Promise.all(present.filter(c => open.has(c.name)).map(async c =>
    rows.set(c.name, await ask("GET", `rows/${encodeURIComponent(c.name)}?scope=${encodeURIComponent(scope)}`))))
  if (scope !== byId("scope").value || !changed("collections", scope, present.map(c => [c.name, c.title, c.scopes[scope], rows.get(c.name)]))) return
  keepFocus(() => byId("collections").replaceChildren(...(present.length ? present.map(c => collection(c, scope, rows.get(c.name))) :
    [el("p", { class: "quiet" }, "Nothing.")])))
}

function collection(c, scope, rows) {
  const box = el("details", { open: rows !== undefined },
    el("summary", { "data-key": "collection " + c.name }, c.title + " ", el("span", {}, String(c.scopes[scope]))))
  if (rows) {
    box.append(el("table", { "aria-label": c.title }, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Name"),
      el("th", { scope: "col" }, "What is stored"), el("th", { scope: "col" }, "In the console"))),
    el("tbody", {}, ...rows.map(row => rowOf(c, scope, row)))))
  }
  box.addEventListener("toggle", () => {
    if (box.open === open.has(c.name)) return
    if (box.open) open.add(c.name)
    else open.delete(c.name)
    refresh()
  })
  return box
}

function rowOf(c, scope, row) {
  const all = el("details", { open: whole.has(row.id) }, el("summary", { "data-key": "show " + row.id }, el("code", {}, row.id)), stored(row))
  all.addEventListener("toggle", () => all.open ? whole.add(row.id) : whole.delete(row.id))
  const path = `documents/${encodeURIComponent(c.name)}/${encodeURIComponent(row.id)}?scope=${encodeURIComponent(scope)}`
  return el("tr", { "data-id": row.id },
    el("th", { scope: "row" }, row.label),
    el("td", {}, values(row), all),
    el("td", { class: "act" },
      el("button", { "data-key": "change " + row.id, "aria-label": "Change " + row.label, onclick: () => change(path, row) }, "Change"),
      el("button", {
        "data-key": "delete " + row.id, "aria-label": "Delete " + row.label,
        onclick: () => confirm("Delete " + row.label, "It is gone as if somebody had deleted it in the console. What refers to it stays.", "Delete",
          () => ask("DELETE", path), row.label + " is deleted."),
      }, "Delete")))
}

// values shows at once what an object is set to.
function values(row) {
  const all = Object.values(row.document).flatMap(v => entries(v) || [])
  if (!all.length) return null
  return el("ul", { class: "values" }, ...all.map(e => el("li", {}, `${title(e, row.names)}: ${JSON.stringify(e.value)}`)))
}

function stored(row) {
  const list = el("dl", {})
  for (const [name, value] of Object.entries(row.document)) list.append(el("dt", {}, name), el("dd", {}, text(value, row.names)))
  return list
}

// text is a value for people: with the names of the ids that it holds.
function text(value, names) {
  if (typeof value === "string") return names[value] ? `${names[value]} (${value})` : value || "\"\""
  const parts = entries(value)
  if (parts) return parts.map(e => `${title(e, names)}: ${JSON.stringify(e.value)}`).join("; ") || "none"
  return JSON.stringify(value)
}

// entries are the elements of a list of objects that each have a value, else null.
const entries = v => Array.isArray(v) && v.length && v.every(e => e && typeof e === "object" && "value" in e) ? v : null

// title is what an element of such a list is the value of.
function title(e, names) {
  const others = Object.entries(e).filter(([name, v]) => name !== "value" && typeof v === "string").map(([, v]) => v)
  return others.map(v => names[v]).find(Boolean) || others[0] || "value"
}

// field is an input for a value, and get() what somebody made of it.
function field(label, value, id) {
  const plain = typeof value === "string"
  const long = typeof value === "object" && value !== null || plain && (value.length > 60 || value.includes("\n"))
  const start = plain ? value : JSON.stringify(value, null, long ? 2 : 0)
  const input = typeof value === "boolean" ? el("select", { id }, el("option", {}, "true"), el("option", {}, "false")) :
    long ? el("textarea", { id, rows: Math.min(12, start.split("\n").length + 1) }) : el("input", { id, type: "text" })
  input.value = start
  const get = () => {
    if (input.value === start) return value
    if (plain) return input.value
    try { return JSON.parse(input.value) } catch { throw new Error(`${label}: ${input.value} is not JSON; a text stands in quotation marks`) }
  }
  return { box: el("label", { for: id }, label, input), get }
}

function change(path, row) {
  const boxes = []
  const gets = []
  for (const [name, value] of Object.entries(row.document)) {
    if (name === "id") continue
    const parts = entries(value)
    if (parts) {
      const inner = parts.map((e, i) => field(title(e, row.names), e.value, `change-${name}-${i}`))
      boxes.push(...inner.map(f => f.box))
      gets.push([name, value, () => parts.map((e, i) => ({ ...e, value: inner[i].get() }))])
      continue
    }
    const known = typeof value === "string" && row.names[value]
    const f = field(known ? `${name}: ${known}` : name, value, "change-" + name)
    boxes.push(f.box)
    gets.push([name, value, f.get])
  }
  dialog("Change " + row.label, boxes, "Change in the console", "", async () => {
    const body = {}
    for (const [name, before, get] of gets) {
      const now = get()
      if (JSON.stringify(now) !== JSON.stringify(before)) body[name] = now
    }
    if (!Object.keys(body).length) throw new Error("Nothing is changed.")
    await ask("PATCH", path, body)
  }, row.label + " is changed.")
}

const confirm = (heading, body, label, act, done) => dialog(heading, [el("p", {}, body)], label, "danger", act, done)

// dialog asks, and stays open with the reason while what is asked for is refused.
function dialog(heading, body, label, look, act, done) {
  const box = byId("dialog")
  byId("dialog-title").textContent = heading
  byId("dialog-body").replaceChildren(...body)
  byId("dialog-error").textContent = ""
  byId("dialog-do").textContent = label
  byId("dialog-do").className = look
  box.querySelector("form").onsubmit = async event => {
    event.preventDefault()
    try {
      await act()
    } catch (e) {
      byId("dialog-error").textContent = e.message
      return
    }
    box.close()
    say(done)
    await refresh()
  }
  box.showModal()
}

async function drawLog() {
  const find = byId("find").value.toLowerCase()
  if (!changed("log", index.requests, index.last_request, find)) return
  const entries = await ask("GET", "log?last=400")
  const unfolded = new Set([...document.querySelectorAll("#log details[open]")].map(d => d.dataset.seq))
  const rows = entries.reverse().filter(e => !find || JSON.stringify(e).toLowerCase().includes(find))
  keepFocus(() => byId("log").replaceChildren(...rows.map(e => requestOf(e, unfolded))))
}

function requestOf(e, unfolded) {
  const violations = e.violations || []
  const query = Object.entries(e.query || {}).flatMap(([name, values]) => values.map(v => name + "=" + v)).join("&")
  const look = e.status === 0 || e.status >= 400 ? "bad" : "ok"
  return el("tr", { class: violations.length ? "violated" : null },
    el("td", { class: "d" }, String(e.seq)), el("td", { class: "d" }, e.time.slice(11, 19)),
    el("td", {},
      el("details", { "data-seq": e.seq, open: unfolded.has(String(e.seq)) },
        el("summary", { "data-key": "request " + e.seq }, el("code", {}, `${e.method} ${e.path}${query ? "?" + query : ""}`),
          violations.length ? el("span", { class: "tag bad" }, "violation") : null),
        el("pre", {}, Object.entries(e.header || {}).flatMap(([name, values]) => values.map(v => name + ": " + v)).join("\n")),
        e.body === undefined ? null : el("pre", {}, JSON.stringify(e.body, null, 2))),
      ...violations.map(v => el("div", {}, `${v.rule}: ${v.detail}`))),
    el("td", {}, el("span", { class: "tag " + look }, e.status ? String(e.status) : "dropped"),
      e.committed ? el("span", { class: "tag" }, "wrote") : null,
      e.fault ? el("span", { class: "tag warn" }, "fault: " + e.fault) : null))
}

const presets = [
  ["The next request fails", { name: "next fails", status: 500, times: 1 }],
  ["The next write is lost after it acted", { name: "lost answer", method: "POST", drop: true, after: true, times: 1 }],
  ["Too many requests, once", { name: "too many", status: 429, retry_after: "1", times: 1 }],
  ["Half of all requests fail", { name: "half fail", status: 503, probability: 0.5 }],
  ["Every answer takes a second", { name: "slow", latency: "1s" }],
  ["Two requests a second", { name: "limit", rate: 2 }],
]

async function drawFaults() {
  const faults = index.faults ? await ask("GET", "faults") : []
  if (!changed("faults", faults)) return
  if (!faults.length) {
    byId("active").replaceChildren(el("p", { class: "quiet" }, "None at work."))
    return
  }
  const rows = faults.map(f => {
    const { matched, fired, ...rest } = f
    return el("tr", {}, el("th", { scope: "row" }, f.name || "fault"), el("td", {}, el("code", {}, JSON.stringify(rest))),
      el("td", {}, `${fired} of ${matched}`))
  })
  byId("active").replaceChildren(el("table", { "aria-label": "Faults at work" },
    el("thead", {}, el("tr", {}, ...["Fault", "What it is", "Had its effect"].map(t => el("th", { scope: "col" }, t)))), el("tbody", {}, ...rows)),
  el("div", { class: "bar" }, el("button", { onclick: () => doing("No fault is at work.", () => ask("DELETE", "faults")) }, "Remove all faults")))
}

// The form of a fault has what is needed often; the index tells of every member.
const faultInputs = ["method", "path_prefix", "times", "status", "latency", "retry_after"]
const faultChecks = ["after", "drop", "malformed"]
const numbers = ["times", "status"]

function drawFaultForm() {
  const about = Object.fromEntries(index.fault.map(m => [m.name, m.about]))
  const form = byId("fault")
  form.replaceChildren(
    ...faultInputs.map(name => el("label", { for: "fault-" + name }, name, el("small", {}, about[name]),
      el("input", { id: "fault-" + name, type: numbers.includes(name) ? "number" : "text", min: numbers.includes(name) ? 0 : null }))),
    ...faultChecks.map(name => el("label", { class: "check", for: "fault-" + name }, el("input", { id: "fault-" + name, type: "checkbox" }),
      el("span", {}, name + " ", el("small", {}, about[name])))),
    el("button", { type: "submit" }, "Add the fault"))
  form.onsubmit = event => {
    event.preventDefault()
    const fault = {}
    for (const name of faultInputs) {
      const v = byId("fault-" + name).value.trim()
      if (v) fault[name] = numbers.includes(name) ? Number(v) : v
    }
    for (const name of faultChecks) if (byId("fault-" + name).checked) fault[name] = true
    doing("The fault is at work.", () => ask("POST", "faults", fault))
  }
}

async function drawSwitches() {
  const find = byId("find-switch").value.toLowerCase()
  if (!changed("switches", index.switched, find)) return
  const switches = await ask("GET", "switches")
  switches.sort((a, b) => (a.value === a.default) - (b.value === b.default)) // the changed ones first
  keepFocus(() => byId("switch-rows").replaceChildren(...switches.filter(s => !find || (s.name + s.about).toLowerCase().includes(find)).map(s => {
    const values = [s.default, ...s.values.filter(v => v !== s.default)]
    const select = el("select", { "aria-label": s.name, "data-key": "switch " + s.name }, ...values.map(v =>
      el("option", { value: v }, v === s.default ? v + " (default)" : v)))
    select.value = s.value
    select.addEventListener("change", () =>
      doing(`${s.name} is ${select.value}.`, () => ask("POST", "switches", { name: s.name, value: select.value })))
    return el("tr", { "data-switch": s.name }, el("th", { scope: "row" }, s.name, s.value === s.default ? null : el("span", { class: "tag warn" }, "changed")),
      el("td", {}, select), el("td", {}, s.about))
  })))
}

byId("scope").addEventListener("change", () => {
  byId("scope").dataset.chosen = ""
  refresh()
})
byId("find").addEventListener("input", refresh)
byId("find-switch").addEventListener("input", refresh)
byId("forget").addEventListener("click", () => doing("The log is empty.", () => ask("DELETE", "log")))
byId("reset").addEventListener("click", () => confirm("Reset everything",
  "Documents, switches and clock return to how the simulator began. Faults and the log are gone.", "Reset",
  () => ask("POST", "reset"), "Everything is as it began."))
byId("dialog-cancel").addEventListener("click", () => byId("dialog").close())
byId("presets").append(...presets.map(([label, fault]) =>
  el("button", { onclick: () => doing("The fault is at work.", () => ask("POST", "faults", fault)) }, label)))
byId("advance").append(...[["An hour later", "1h"], ["A day later", "24h"], ["30 days later", "720h"]].map(([label, by]) =>
  el("button", { onclick: () => doing("The clock has moved.", () => ask("POST", "clock", { advance: by })) }, label)))

// Looking on costs one small request a second, which no log shows.
refresh().then(() => {
  if (index) drawFaultForm()
  setInterval(() => document.hidden || refresh(), 1000)
})
