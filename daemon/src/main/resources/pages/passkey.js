"use strict";
// The one script of these pages. It asks the owner's passkey, on the owner's click and never by itself,
// and puts what the passkey says into the form that was clicked. It fetches from this site only.
(() => {
  const ALIVE_AFTER_MS = 1000;
  const KEYS = [-7, -8, -257].map((alg) => ({ type: "public-key", alg }));

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");

  const known = (ids) => ids.map((id) => ({ type: "public-key", id: bytes(id) }));

  // Nothing can be clicked that has not been in view and in focus for a moment.
  const keepFromHaste = (button) => {
    let timer;
    const wait = () => {
      clearTimeout(timer);
      button.disabled = true;
      if (document.hasFocus() && !document.hidden) {
        timer = setTimeout(() => {
          button.disabled = false;
        }, ALIVE_AFTER_MS);
      }
    };
    ["focus", "blur", "pageshow"].forEach((event) => addEventListener(event, wait));
    document.addEventListener("visibilitychange", wait);
    wait();
  };

  const ask = async (form) => {
    const answer = await fetch(form.dataset.challenge, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(new FormData(form)),
      redirect: "error",
    });
    if (!answer.ok) {
      throw new Error(form.dataset.refused);
    }
    return answer.json();
  };

  // A hidden field of the form; one that the page did not make is made.
  const put = (form, name, value) => {
    let field = form.elements[name];
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      form.append(field);
    }
    field.value = value;
  };

  const sign = async (form, asked) => {
    const { rawId, response } = await navigator.credentials.get({
      publicKey: {
        challenge: bytes(asked.challenge),
        rpId: asked.rpId,
        allowCredentials: known(asked.credentials),
        userVerification: "required",
      },
    });
    if (asked.nonce) {
      put(form, "nonce", asked.nonce);
    }
    put(form, "credential", text(rawId));
    put(form, "clientData", text(response.clientDataJSON));
    put(form, "authenticatorData", text(response.authenticatorData));
    put(form, "signature", text(response.signature));
  };

  const make = async (form, asked) => {
    const { response } = await navigator.credentials.create({
      publicKey: {
        challenge: bytes(asked.challenge),
        rp: { id: asked.rpId, name: "Purser" },
        user: { id: bytes(asked.userId), name: asked.person, displayName: asked.person },
        pubKeyCredParams: KEYS,
        excludeCredentials: known(asked.credentials),
        authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
        attestation: "none",
      },
    });
    put(form, "clientData", text(response.clientDataJSON));
    put(form, "attestationObject", text(response.attestationObject));
  };

  const say = (form, sentence) => {
    let alert = form.querySelector("[role=alert]");
    if (!alert) {
      alert = document.createElement("p");
      alert.className = "alert";
      alert.setAttribute("role", "alert");
      form.prepend(alert);
    }
    alert.textContent = sentence;
    alert.hidden = false;
  };

  const start = (form, ceremony) => {
    if (!window.PublicKeyCredential) {
      form.hidden = false;
      say(form, "This browser knows no passkeys.");
      return;
    }
    const button = form.querySelector("button");
    keepFromHaste(button);
    form.addEventListener("submit", (event) => event.preventDefault());
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      if (!event.isTrusted || !form.reportValidity()) {
        return;
      }
      try {
        await ceremony(form, await ask(form));
        form.submit();
      } catch (error) {
        say(form, error.name === "Error" ? error.message : form.dataset.cancelled);
      }
    });
    form.hidden = false;
  };

  // A form that a passkey is to sign says so: data-sign, and where to ask what to sign, data-challenge.
  document.querySelectorAll("form#confirm button").forEach(keepFromHaste);
  document.querySelectorAll("form[data-sign]").forEach((form) => start(form, sign));
  document.querySelectorAll("form#enrol").forEach((form) => start(form, make));
})();
