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

// What is shown once gets a button that copies it.
for (const source of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = document.body.dataset.copyWord;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = document.body.dataset.copiedWord;
  });
  source.after(button);
}

// Instants in the person's own time zone; the exact one stays in the title.
const format = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
for (const time of document.querySelectorAll("time[datetime]")) {
  time.textContent = format.format(new Date(time.dateTime));
}
