// Has the browser make or ask a passkey when the button is pressed, and sends its answer with the form.
const able = window.PublicKeyCredential !== undefined;

// Written here and not left to parseCreationOptionsFromJSON and toJSON: some browsers lack them, and some
// password managers put an object of their own in place of the browser's, whose toJSON is missing or other.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const known = (list) => list?.map((each) => ({ ...each, id: bytes(each.id) }));

function optionsOf(place) {
  const options = JSON.parse(place.dataset.options);
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  options.excludeCredentials = known(options.excludeCredentials);
  options.allowCredentials = known(options.allowCredentials);
  return options;
}

function fieldsOf(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  if (response.attestationObject) response.transports = credential.response.getTransports?.() ?? [];
  const id = text(credential.rawId);
  return JSON.stringify({ id, rawId: id, type: "public-key", response, clientExtensionResults: {} });
}

async function answerTo(place) {
  const options = { publicKey: optionsOf(place) };
  return fieldsOf(await (place.dataset.passkey === "create" ? navigator.credentials.create(options) : navigator.credentials.get(options)));
}

// A passkey is good for one name and the names below it; elsewhere the browser refuses to make or to ask one.
function isHere(place) {
  const options = JSON.parse(place.dataset.options);
  const name = options.rpId ?? options.rp.id;
  return location.hostname === name || location.hostname.endsWith("." + name);
}

function reasonOf(refused) {
  switch (refused?.name) {
    case "InvalidStateError":
      return "registered";
    case "NotAllowedError":
    case "AbortError":
      return "cancelled";
    case "SecurityError":
      return "elsewhere";
    default:
      return "failed";
  }
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
  const creating = place.dataset.passkey === "create";
  const here = isHere(place);
  const say = (state) => place.querySelectorAll("[data-state]").forEach((line) => (line.hidden = line.dataset.state !== state));
  const ask = async () => {
    say();
    if (creating && form.elements.name.value.trim() === "") {
      form.submit(); // refused with its words there, before the device makes what would be thrown away
      return;
    }
    try {
      field.value = await answerTo(place);
    } catch (refused) {
      say(reasonOf(refused));
      return;
    }
    if (field.type !== "hidden") {
      field.type = "password"; // nothing to be read there
    }
    send(form, say);
  };
  button.hidden = !(able && here);
  say(!able ? "unable" : here ? undefined : "elsewhere");
  button.addEventListener("click", ask);
  if (creating) {
    const byReturnKey = (event) => {
      if (able && here && field.value === "") {
        event.preventDefault(); // before there is an answer
        event.stopImmediatePropagation(); // nor is it counted as sent
        ask();
      }
    };
    form.addEventListener("submit", byReturnKey, { capture: true });
  }
}
