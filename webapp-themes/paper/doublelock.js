// Makes the pages smoother; each of them works without it.

const language = document.documentElement.lang;

// The account menu closes when something else is clicked, or on Escape.
for (const menu of document.querySelectorAll("details.account-menu")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}

// What is copied from a page gets a button for it. Where the browser does not let a page copy, which is so
// without TLS and wherever a person said no, the text is selected, and the page says so.
for (const source of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  const lines = [...source.querySelectorAll("li")].map((line) => line.textContent.trim());
  button.type = "button";
  button.className = "copy";
  button.textContent = document.body.dataset.copyWord;
  said.className = "copy-said";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    const words = document.body.dataset;
    try {
      await navigator.clipboard.writeText(lines.length ? lines.join("\n") : source.textContent.trim());
      said.textContent = words.copiedWord;
    } catch {
      getSelection().selectAllChildren(source);
      said.textContent = words.copyDeniedWord;
    }
  });
  source.after(button, said);
}

// A page that is meant for paper has a button that prints it.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A password can be looked at while it is typed; it is sent as a password all the same.
for (const field of document.querySelectorAll('input[type="password"]')) {
  const label = document.querySelector(`label[for="${field.id}"]`);
  if (!label) continue;
  const button = document.createElement("button");
  const word = document.createElement("span");
  const whose = document.createElement("span");
  const show = (shown) => {
    field.type = shown ? "text" : "password";
    word.textContent = shown ? document.body.dataset.hideWord : document.body.dataset.showWord;
  };
  whose.className = "visually-hidden";
  whose.textContent = label.textContent;
  button.type = "button";
  button.className = "reveal";
  button.append(word, whose);
  button.addEventListener("click", () => show(field.type === "password"));
  field.form?.addEventListener("submit", () => show(false));
  show(false);
  field.after(button);
}

// Leaving a long form that was changed and not sent is asked about.
for (const form of document.querySelectorAll("form[data-unsaved]")) {
  const filled = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string")).toString();
  const before = form.querySelector("[aria-invalid], .alert-danger, p.text-danger") ? "" : filled();
  let sent = false;
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("pageshow", () => { sent = false; });
  window.addEventListener("beforeunload", (event) => {
    if (!sent && filled() !== before) event.preventDefault();
  });
}

// Instants in the person's own time zone, which each names; the exact one stays in the title.
const format = new Intl.DateTimeFormat(document.body.dataset.locale, {
  day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short",
});
for (const time of document.querySelectorAll("time[datetime]")) {
  time.textContent = format.format(new Date(time.dateTime));
}

// What is left of the time that a key is unlocked for, as it passes.
for (const left of document.querySelectorAll("[data-remaining]")) {
  const end = Date.parse(left.dataset.remaining);
  const two = (number) => String(number).padStart(2, "0");
  const draw = () => {
    const seconds = Math.max(0, Math.round((end - Date.now()) / 1000));
    const time = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    left.textContent = left.dataset.words.replace("{time}", time);
  };
  draw();
  setInterval(draw, 1000);
}

// A time of day is the person's own, where the page can tell the server which that is.
for (const field of document.querySelectorAll('input[name="offset"]')) {
  const hint = document.querySelector("#until-hint");
  field.value = String(-new Date().getTimezoneOffset());
  const zone = format.formatToParts(new Date()).find((part) => part.type === "timeZoneName");
  hint.textContent = hint.dataset.own.replace("{zone}", zone.value);
}

// Which actions will ask for the second factor, in words, as they are ticked.
for (const preview of document.querySelectorAll("[data-preview]")) {
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const boxes = [...document.querySelectorAll("input[name=action]")];
  const { preview: both, every, none } = preview.dataset;
  const names = (ticked) => boxes.filter((box) => box.checked === ticked).map((box) => box.value);
  const draw = () => {
    const [asked, never] = [names(true), names(false)];
    const words = !asked.length ? none : never.length ? both : every;
    preview.textContent = words.replace("{asked}", list.format(asked)).replace("{never}", list.format(never));
  };
  boxes.forEach((box) => box.addEventListener("change", draw));
  draw();
}

// What ticks several boxes at once: those of a preset, or all or none of a group.
const tick = (boxes, ticked) => {
  boxes.forEach((box) => { box.checked = ticked(box); });
  boxes[0]?.dispatchEvent(new Event("change", { bubbles: true }));
};
for (const preset of document.querySelectorAll("[data-ticks]")) {
  preset.addEventListener("click", (event) => {
    event.preventDefault();
    const codes = preset.dataset.ticks.split(" ");
    tick([...preset.form.querySelectorAll("input[name=permission]")], (box) => codes.includes(box.value));
  });
}
for (const button of document.querySelectorAll("[data-tick]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => {
    tick([...button.closest("fieldset").querySelectorAll("input[type=checkbox]")], () => button.dataset.tick === "on");
  });
}

// A page that compares clocks is told this one's at the moment of sending.
for (const field of document.querySelectorAll('input[name="browserTime"]')) {
  field.form.addEventListener('submit', () => { field.value = String(Date.now()); });
}

// A form is sent once, however often its button is pressed; a little later it may be sent again.
for (const form of document.querySelectorAll('form[method="post"]')) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(() => { sent = false; }, 3000);
  });
}
