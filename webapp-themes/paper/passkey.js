// Has the browser make or ask a passkey when the button is pressed, and sends its answer with the form.
const able = window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;

async function answerTo(place) {
  const options = JSON.parse(place.dataset.options);
  const credential =
    place.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential.toJSON());
}

function send(form, say) {
  const buttons = [...form.querySelectorAll("button:not([type=button])")];
  if (buttons.length > 1) {
    say("answered"); // which of them is the person's to choose
  } else {
    form.requestSubmit(buttons[0]);
  }
}

for (const place of document.querySelectorAll("[data-passkey]")) {
  const button = place.querySelector("button");
  const form = place.closest("form");
  const field = form.elements[place.dataset.into];
  const say = (state) => place.querySelectorAll("[data-state]").forEach((line) => (line.hidden = line.dataset.state !== state));
  const ask = async () => {
    say();
    try {
      field.value = await answerTo(place);
    } catch (refused) {
      say("failed");
      return;
    }
    if (field.type !== "hidden") {
      field.type = "password"; // nothing to be read there
    }
    send(form, say);
  };
  button.hidden = !able;
  say(able ? undefined : "unable");
  button.addEventListener("click", ask);
  if (place.dataset.passkey === "create") {
    form.addEventListener("submit", (event) => {
      if (able && field.value === "") {
        event.preventDefault(); // the return key, before there is an answer
        ask();
      }
    });
  }
}
